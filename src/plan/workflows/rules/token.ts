import {
  dispatchesOfRun,
  fileName,
  listenersTo,
  reportOf,
  upstreamsOf,
  type Chain,
} from '../chain.js';
import { actionOf } from '../image-builds.js';
import { commandLineToken, envOf, inputOf, tokenKind, type StepEnv } from '../known-values.js';
import { filterOf, triggerOf, type Job, type Step, type Workflow } from '../model.js';
import { passes } from '../ref-pattern.js';
import type { WorkflowReport } from '../report.js';
import { effective } from '../shell-commands.js';

/** What the job's own token does, and other workflows wait for in vain. */
export function tokenStartsNothing(chain: Chain): readonly WorkflowReport[] {
  return [...dispatchedRuns(chain), ...tagsAndReleases(chain)];
}

/** Events by which a run that GITHUB_TOKEN started can't be told from one that a person did. */
const dispatchable = ['repository_dispatch', 'workflow_dispatch', 'workflow_call'];

// A run that GITHUB_TOKEN dispatched fires no workflow_run when it ends.
function dispatchedRuns(chain: Chain): readonly WorkflowReport[] {
  return chain.dispatches.flatMap((sent) => {
    if (sent.token !== 'job') return [];
    return listenersTo(sent, chain)
      .filter(({ triggers }) => triggers.every(({ event }) => dispatchable.includes(event)))
      .flatMap((started) => {
        const followers = chain.workflows.filter(
          (other) =>
            upstreamsOf(other, chain).includes(started) &&
            !dispatchesOfRun(started, chain).some((one) => listenersTo(one, chain).includes(other)),
        );
        if (followers.length === 0) return [];
        const listed = followers.map(({ path }) => fileName(path)).join(', ');
        return [
          reportOf(
            'token-starts-nothing',
            sent.step.file,
            sent.at,
            `${sent.tool} starts ${fileName(started.path)} with GITHUB_TOKEN; the end of that run fires no \`workflow_run\`, so ${listed} never starts after it.`,
            `Send an event at the end of ${fileName(started.path)} that ${listed} listens to (\`repository_dispatch\`), or start it here with the token of a GitHub App.`,
          ),
        ];
      });
  });
}

// A workflow that a release starts adds files to that release.
function makesByItself({ triggers }: Workflow): boolean {
  return triggers.some(({ event }) => event !== 'release' && event !== 'workflow_call');
}

interface Made {
  readonly step: Step;
  readonly what: 'release' | 'tag';
  readonly by: string;
}

function tagsAndReleases(chain: Chain): readonly WorkflowReport[] {
  return chain.workflows.filter(makesByItself).flatMap((workflow) =>
    workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step) => {
        const made = madeBy(step, job, envOf(workflow, job, step));
        const waiting = made === undefined ? [] : waitingFor(made.what, workflow, chain);
        if (made === undefined || waiting.length === 0) return [];
        const listed = waiting.map(({ path }) => fileName(path)).join(', ');
        return [
          reportOf(
            'token-starts-nothing',
            step.file,
            (step.run ?? step.uses)?.at ?? step.at,
            `${made.by} makes a ${made.what} with GITHUB_TOKEN, which starts no workflow: ${listed} waits for it in vain.`,
            `Use the token of a GitHub App or a personal one here, or call ${listed} from this workflow (\`workflow_call\`).`,
          ),
        ];
      }),
    ),
  );
}

// Those that start by it, and that nothing else here starts.
function waitingFor(what: Made['what'], maker: Workflow, chain: Chain): readonly Workflow[] {
  return chain.workflows.filter((workflow) => {
    const release = triggerOf(workflow, 'release');
    const push = triggerOf(workflow, 'push');
    const byTag =
      push !== undefined &&
      push.filters.has('tags') &&
      !push.filters.has('branches') &&
      passesVersions(filterOf(push, 'tags') ?? []);
    const listens =
      (what === 'release' && release !== undefined && !onlyEdited(filterOf(release, 'types'))) ||
      byTag;
    return workflow !== maker && listens && !isStartedOtherwise(workflow, chain);
  });
}

function passesVersions(patterns: readonly string[]): boolean {
  return ['v1.2.3', '1.2.3', 'v1'].some((tag) => passes(patterns, tag));
}

function onlyEdited(types: readonly string[] | undefined): boolean {
  return (
    types?.every((type) => !['published', 'created', 'released', 'prereleased'].includes(type)) ===
    true
  );
}

function isStartedOtherwise(workflow: Workflow, chain: Chain): boolean {
  return (
    workflow.triggers.some(({ event }) => ['workflow_run', 'workflow_call'].includes(event)) ||
    chain.dispatches.some(
      (sent) =>
        sent.kind === 'workflow_dispatch' &&
        (sent.target === undefined || listenersTo(sent, chain).includes(workflow)),
    )
  );
}

/** Actions that make a release, with the input of their token and the default. */
const releasers: Readonly<
  Record<string, { readonly token: readonly string[]; readonly ownToken: boolean }>
> = {
  'softprops/action-gh-release': { token: ['token'], ownToken: true },
  'ncipollo/release-action': { token: ['token'], ownToken: true },
  'googleapis/release-please-action': { token: ['token'], ownToken: true },
  'google-github-actions/release-please-action': { token: ['token'], ownToken: true },
  'actions/create-release': { token: [], ownToken: false },
  'elgohr/github-release-action': { token: [], ownToken: false },
  'marvinpinto/action-automatic-releases': { token: ['repo_token'], ownToken: false },
};

function madeBy(step: Step, job: Job, env: StepEnv): Made | undefined {
  const releaser = releasers[actionOf(step)];
  if (releaser !== undefined) return releasedBy(step, releaser, env);
  if (step.run === undefined) return undefined;
  const script = effective(step.run.text);
  const draft = /\bgh\s+release\s+create\b[^\n]*(?:--draft|\s-d\b)/.test(
    script.replace(/\\\r?\n/g, ' '),
  );
  if (/\bgh\s+release\s+create\b/.test(script) && !draft && commandLineToken(env) === 'job')
    return { step, what: 'release', by: '`gh release create`' };
  if (pushesVersionTag(script) && pushesAsJob(job, script))
    return { step, what: 'tag', by: '`git push`' };
  return undefined;
}

function releasedBy(
  step: Step,
  { token, ownToken }: { readonly token: readonly string[]; readonly ownToken: boolean },
  env: StepEnv,
): Made | undefined {
  if (/^(?!false$)./.test(inputOf(step.inputs, 'draft')?.text ?? '')) return undefined;
  const given = inputOf(step.inputs, ...token)?.text ?? env.get('github_token');
  const kind = given === undefined && ownToken ? 'job' : tokenKind(given);
  return kind === 'job'
    ? { step, what: 'release', by: step.uses?.text.split('@')[0] ?? '' }
    : undefined;
}

function pushesVersionTag(script: string): boolean {
  return (
    /\bgit\s+tag\s/.test(script) &&
    /\bgit\s+push\b[^\n]*(?:--tags|--follow-tags|refs\/tags|\btag\b|\s["']?v?\$)/i.test(script)
  );
}

// checkout leaves the token that it was given for git; an address with a token of its own is another one.
function pushesAsJob(job: Job, script: string): boolean {
  const checkouts = job.steps.filter((step) => actionOf(step) === 'actions/checkout');
  return (
    checkouts.length > 0 &&
    checkouts.every(({ inputs }) => {
      const token = inputOf(inputs, 'token')?.text;
      return (
        inputOf(inputs, 'ssh-key') === undefined &&
        inputOf(inputs, 'persist-credentials')?.text !== 'false' &&
        (token === undefined || tokenKind(token) === 'job')
      );
    }) &&
    !/\bremote\s+set-url\b|https:\/\/[^\s]*@|\bgit\s+config\b[^\n]*(?:insteadOf|extraheader)/i.test(
      script,
    )
  );
}
