import { upstreamsOf, reportOf, baseName, dispatchesOfRun, type Chain } from '../chain.js';
import { type Workflow, triggerOf, filterOf } from '../model.js';
import { runningJobs } from '../run-jobs.js';
import { afterEnd, occasionsOf } from '../moments.js';
import type { WorkflowReport } from '../report.js';
import { isPattern } from '../ref-pattern.js';
import { conditionOf } from '../expression-text.js';
import { type Facts, truthOf, evaluate } from '../expression.js';
import { type Occasion, starts, factsOf } from '../occasion.js';
import { refsSpokenOf } from '../refs.js';

/** Phases that are skipped without a word: in the middle of a chain, or always. */
export function silentSkip(chain: Chain): readonly WorkflowReport[] {
  return [...middlePhases(chain), ...neverTrue(chain)];
}

// A phase that only runs after success, that others follow, and that says nothing otherwise.
function middlePhases(chain: Chain): readonly WorkflowReport[] {
  return [...chain.runs].flatMap(([workflow, jobs]) => {
    const followers = chain.workflows.filter((other) =>
      upstreamsOf(other, chain).includes(workflow),
    );
    const next =
      followers.length > 0 ||
      dispatchesOfRun(workflow, chain).some(({ repository }) => repository === 'here');
    const [name] = filterOfRun(workflow);
    const first = jobs.find(({ job }) => job.condition !== undefined);
    if (!next || name === undefined || first?.job.condition === undefined) return [];
    const running = runningJobs(jobs, afterEnd(chain, name, 'failure'));
    if (jobs.some((job) => running.get(job) !== false)) return [];
    // After a check that failed, nothing is half done, and all that follows is skipped with it.
    const halfDone = upstreamsOf(workflow, chain).some((each) => deploys(each, chain));
    if (!halfDone && !followers.some((each) => goesOn(each, workflow, chain))) return [];
    return [
      reportOf(
        'silent-skip',
        first.workflow.path,
        first.job.condition.at,
        `When \`${name}\` fails, all of this workflow is skipped, and nothing says so${followers.length === 0 ? '' : `; ${followers.map(({ path }) => baseName(path)).join(', ')} then starts after a skipped run`}.`,
        [
          'Add a job that says so:',
          '  not-after-a-failure:',
          "    if: github.event.workflow_run.conclusion != 'success'",
          '    runs-on: ubuntu-latest',
          '    steps:',
          `      - run: echo "::error::The workflow before this one did not succeed" && exit 1`,
        ].join('\n'),
      ),
    ];
  });
}

function filterOfRun(workflow: Workflow): readonly string[] {
  const trigger = triggerOf(workflow, 'workflow_run');
  return trigger === undefined || workflow.triggers.length > 1
    ? []
    : (filterOf(trigger, 'workflows') ?? []);
}

function deploys(workflow: Workflow, chain: Chain): boolean {
  return (chain.runs.get(workflow) ?? []).some(
    ({ job }) => (chain.deployments.get(job)?.length ?? 0) > 0,
  );
}

// Whether a job runs after a skipped run as it does after a good one.
function goesOn(follower: Workflow, { name }: Workflow, chain: Chain): boolean {
  const jobs = chain.runs.get(follower) ?? [];
  const skipped = runningJobs(jobs, afterEnd(chain, name, 'skipped'));
  const good = runningJobs(jobs, afterEnd(chain, name, 'success'));
  return jobs.some((job) => skipped.get(job) !== false && good.get(job) !== false);
}

// A condition that holds on none of the occasions on which its workflow starts.
function neverTrue(chain: Chain): readonly WorkflowReport[] {
  return [...chain.runs].flatMap(([workflow, jobs]) => {
    const occasionsWith = (refs: readonly string[]): readonly Occasion[] =>
      occasionsOf(workflow, { ...chain, refs: [...chain.refs, ...refs] }).filter(
        (occasion) => starts(occasion, workflow) !== 'no',
      );
    const occasions = occasionsWith([]);
    if (occasions.length === 0 || workflow.triggers.some(({ event }) => event === 'workflow_call'))
      return [];
    return jobs
      .filter(({ caller }) => caller === undefined)
      .flatMap(({ job }) => {
        const text = job.condition === undefined ? undefined : conditionOf(job.condition.text);
        if (job.condition === undefined || text === undefined) return [];
        const spoken = refsSpokenOf(text);
        const tried = spoken.length === 0 ? occasions : occasionsWith(spoken);
        const holds = tried.some((occasion) => {
          const facts = factsOf(occasion, chain.repository);
          // Other jobs may fail, and other runs, too; a job that is skipped in forks runs in the original.
          const open: Facts = (path) =>
            /\(\)$|conclusion$|^github\.repository/.test(path) ? undefined : facts(path);
          return truthOf(evaluate(text, open)) !== false;
        });
        // A condition that is false whatever happens is meant to be.
        const meant = truthOf(evaluate(text, () => undefined)) === false;
        if (holds || meant || asksForPart(text, workflow)) return [];
        return [
          reportOf(
            'silent-skip',
            workflow.path,
            job.condition.at,
            `The condition of \`${job.id}\` never holds: ${baseName(workflow.path)} starts by ${[...new Set(workflow.triggers.map(({ event }) => `\`${event}\``))].join(', ')}, and on none of these it is true. The job is always skipped.`,
            `Let the condition and \`on:\` speak of the same events and branches: \`if: ${text.replace(/\s+/g, ' ')}\`.`,
          ),
        ];
      });
  });
}

// A part of a name that a pattern lets in may be that of some branch.
function asksForPart(condition: string, workflow: Workflow): boolean {
  const push = triggerOf(workflow, 'push');
  const patterns = [...(push?.filters.get('branches') ?? []), ...(push?.filters.get('tags') ?? [])];
  const open =
    push !== undefined && (patterns.length === 0 || patterns.some(({ text }) => isPattern(text)));
  return open && /(?:With|contains)\s*\([^)]*github\.(?:ref|event\.ref)/i.test(condition);
}
