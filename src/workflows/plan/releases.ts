import { actionOf } from './image-builds.js';
import { commandLineToken, envOf, inputOf, tokenOwner, type StepEnv } from './known-values.js';
import type { Job, WorkflowStep, Workflow } from './model.js';
import { effective } from './shell-commands.js';

/** A tag or a release that a step makes with the job's own token. */
export interface Made {
  readonly step: WorkflowStep;
  readonly what: 'release' | 'tag';
  /** Whether its tag, too, is made with that token. */
  readonly withTag: boolean;
  /** What makes it, for messages. */
  readonly by: string;
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
  'cycjimmy/semantic-release-action': { token: [], ownToken: false },
  'elgohr/github-release-action': { token: [], ownToken: false },
  'marvinpinto/action-automatic-releases': { token: ['repo_token'], ownToken: false },
};

/** Actions that push a tag, likewise. */
const taggers: typeof releasers = {
  'anothrnick/github-tag-action': { token: [], ownToken: false },
  'klemensas/action-autotag': { token: [], ownToken: false },
  'mathieudutour/github-tag-action': { token: ['github_token'], ownToken: false },
  'rickstaa/action-create-tag': { token: ['github_token'], ownToken: true },
};

/** The first tag or release that a job makes with the token of its own: what follows it is of the same. */
export function madeIn(workflow: Workflow, job: Job): readonly Made[] {
  return job.steps
    .flatMap((step) => madeBy(step, job, envOf(workflow, job, step)) ?? [])
    .map((made) => ({ ...made, withTag: pushesAsJob(job) }))
    .slice(0, 1);
}

/** Whether a step publishes a release, with whatever token. */
export function makesRelease(step: WorkflowStep): boolean {
  const action = actionOf(step);
  return (
    Object.hasOwn(releasers, action) ||
    action === 'goreleaser/goreleaser-action' ||
    /\bgh\s+release\s+(?:create|edit)\b|\bsemantic-release\b|\bgoreleaser\s+release\b/.test(
      effective(step.run?.text ?? ''),
    )
  );
}

type Found = Omit<Made, 'withTag'>;

function madeBy(step: WorkflowStep, job: Job, env: StepEnv): Found | undefined {
  const action = actionOf(step);
  const releaser = Object.hasOwn(releasers, action) ? releasers[action] : undefined;
  const tagger = Object.hasOwn(taggers, action) ? taggers[action] : undefined;
  if (releaser !== undefined) return byAction(step, 'release', releaser, env);
  if (tagger !== undefined) return byAction(step, 'tag', tagger, env);
  if (step.run === undefined) return undefined;
  const script = effective(step.run.text);
  const draft = /\bgh\s+release\s+create\b[^\n]*(?:--draft|\s-d\b)/.test(
    script.replace(/\\\r?\n/g, ' '),
  );
  if (/\bgh\s+release\s+create\b/.test(script) && !draft && commandLineToken(env) === 'job')
    return { step, what: 'release', by: '`gh release create`' };
  const released = /\b(?:npx|yarn|pnpm|pnpx|bunx)\s[^\n]*\bsemantic-release\b/.test(script);
  if (released && tokenOwner(env.get('gh_token') ?? env.get('github_token')) === 'job')
    return { step, what: 'release', by: 'semantic-release' };
  if (pushesVersionTag(script) && pushesAsJob(job)) return { step, what: 'tag', by: '`git push`' };
  return undefined;
}

function byAction(
  step: WorkflowStep,
  what: Made['what'],
  { token, ownToken }: { readonly token: readonly string[]; readonly ownToken: boolean },
  env: StepEnv,
): Found | undefined {
  if (/^(?!false$)./.test(inputOf(step.inputs, 'draft')?.text ?? '')) return undefined;
  const given = inputOf(step.inputs, ...token)?.text ?? env.get('github_token');
  const kind = given === undefined && ownToken ? 'job' : tokenOwner(given);
  return kind === 'job' ? { step, what, by: step.uses?.text.split('@')[0] ?? '' } : undefined;
}

function pushesVersionTag(script: string): boolean {
  return (
    /\bgit\s+tag\s/.test(script) &&
    /\bgit\s+push\b[^\n]*(?:--tags|--follow-tags|refs\/tags|\btag\b|\s["']?v?\$)/i.test(script)
  );
}

// checkout leaves the token that it was given for git; another key or address is somebody else's.
function pushesAsJob(job: Job): boolean {
  const other =
    /\bremote\s+set-url\b|https:\/\/[^\s]*@|\bgit\s+config\b[^\n]*(?:insteadOf|extraheader)|\bssh-add\b/i;
  return job.steps.every((step) => {
    const token = inputOf(step.inputs, 'token')?.text;
    if (/ssh-agent|ssh-key-action/.test(actionOf(step)) || other.test(step.run?.text ?? ''))
      return false;
    return (
      actionOf(step) !== 'actions/checkout' ||
      (inputOf(step.inputs, 'ssh-key') === undefined &&
        inputOf(step.inputs, 'persist-credentials')?.text !== 'false' &&
        (token === undefined || tokenOwner(token) === 'job'))
    );
  });
}
