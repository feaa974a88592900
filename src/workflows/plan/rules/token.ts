import {
  dispatchesOfRun,
  baseName,
  workflowsStartedBy,
  reportOf,
  upstreamsOf,
  type Chain,
} from '../chain.js';
import { filterOf, triggerOf, type Workflow } from '../model.js';
import { passes } from '../ref-pattern.js';
import { madeIn, type Made } from '../releases.js';
import type { WorkflowReport } from '../report.js';

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
    return workflowsStartedBy(sent, chain)
      .filter(({ triggers }) => triggers.every(({ event }) => dispatchable.includes(event)))
      .flatMap((started) => {
        const followers = chain.workflows.filter(
          (other) =>
            upstreamsOf(other, chain).includes(started) &&
            !dispatchesOfRun(started, chain).some((one) =>
              workflowsStartedBy(one, chain).includes(other),
            ),
        );
        if (followers.length === 0) return [];
        const listed = followers.map(({ path }) => baseName(path)).join(', ');
        return [
          reportOf(
            'token-starts-nothing',
            sent.step.file,
            sent.at,
            `${sent.tool} starts ${baseName(started.path)} with GITHUB_TOKEN; the end of that run fires no \`workflow_run\`, so ${listed} never starts after it.`,
            `Send an event at the end of ${baseName(started.path)} that ${listed} listens to (\`repository_dispatch\`), or start it here with the token of a GitHub App.`,
          ),
        ];
      });
  });
}

// A workflow that a release starts adds files to that release.
function makesByItself({ triggers }: Workflow): boolean {
  return triggers.some(({ event }) => event !== 'release' && event !== 'workflow_call');
}

function tagsAndReleases(chain: Chain): readonly WorkflowReport[] {
  return chain.workflows.filter(makesByItself).flatMap((workflow) =>
    workflow.jobs.flatMap((job) =>
      madeIn(workflow, job).flatMap((made) => {
        const waiting = waitingFor(made, workflow, chain);
        if (waiting.length === 0) return [];
        const { step } = made;
        const listed = waiting.map(({ path }) => baseName(path)).join(', ');
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
function waitingFor({ what, withTag }: Made, maker: Workflow, chain: Chain): readonly Workflow[] {
  return chain.workflows.filter((workflow) => {
    const release = triggerOf(workflow, 'release');
    const push = triggerOf(workflow, 'push');
    const byTag =
      withTag &&
      makesTags(maker) &&
      push !== undefined &&
      push.filters.has('tags') &&
      passesVersions(filterOf(push, 'tags') ?? []);
    const listens =
      (what === 'release' && release !== undefined && !onlyEdited(filterOf(release, 'types'))) ||
      byTag;
    return workflow !== maker && listens && !isStartedOtherwise(workflow, chain);
  });
}

// What a tag started has its tag already, and so had everybody else.
function makesTags(maker: Workflow): boolean {
  const push = triggerOf(maker, 'push');
  return push?.filters.has('tags') !== true && triggerOf(maker, 'create') === undefined;
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
        (sent.target === undefined || workflowsStartedBy(sent, chain).includes(workflow)),
    )
  );
}
