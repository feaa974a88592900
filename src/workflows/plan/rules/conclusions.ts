import { dispatchesOfRun, fileName, reportOf, upstreamsOf, type Chain } from '../chain.js';
import { conditionOf } from '../expression-text.js';
import { evaluate, truthOf, type Facts } from '../expression.js';
import { filterOf, triggerOf, type Step, type Workflow } from '../model.js';
import { endOf, occasionsOf } from '../moments.js';
import { factsOf, starts, type Occasion } from '../occasion.js';
import { publishes } from '../publishing.js';
import { isPattern } from '../ref-pattern.js';
import { refsSpokenOf } from '../refs.js';
import type { WorkflowReport } from '../report.js';
import { before, runningJobs, stepRuns, type RunJob } from '../run-jobs.js';

/** Jobs that deploy or publish after a workflow, whatever became of it. */
export function conclusionUnread(chain: Chain): readonly WorkflowReport[] {
  return [...chain.runs].flatMap(([workflow, jobs]) => {
    const trigger = triggerOf(workflow, 'workflow_run');
    if (trigger === undefined) return [];
    const types = filterOf(trigger, 'types');
    const [name = ''] = filterOf(trigger, 'workflows') ?? [];
    const failed = afterEnd(chain, name, 'failure');
    const running = runningJobs(jobs, failed);
    return jobs
      .filter(
        (job) =>
          running.get(job) !== false &&
          changesSomething(job, chain, failed) &&
          !readsConclusion(workflow, job),
      )
      .slice(0, 1)
      .map((job) => unread(workflow, job, types, name));
  });
}

// The facts at the end of a run with that conclusion, in a run of its own that goes well.
function afterEnd(
  chain: Chain,
  upstream: string,
  conclusion: 'failure' | 'skipped' | 'success',
): (called: boolean) => Facts {
  return (called) => {
    const facts = factsOf(endOf(upstream), chain.repository, called);
    return (path) => (path === 'github.event.workflow_run.conclusion' ? conclusion : facts(path));
  };
}

function changesSomething(
  { job, caller }: RunJob,
  chain: Chain,
  facts: (called: boolean) => Facts,
): boolean {
  const steps: readonly Step[] = [
    ...(chain.deployments.get(job) ?? []).map(({ step }) => step),
    ...(chain.builds.get(job) ?? []).map(({ step }) => step),
    ...job.steps.filter(publishes),
    ...chain.dispatches.filter((sent) => sent.job === job).map(({ step }) => step),
  ];
  return steps.some((step) => stepRuns(step, facts(caller !== undefined)) !== false);
}

// Read by a condition that can't be told, by a script, or by what it takes from the run: no artifact, no deploy.
function readsConclusion(workflow: Workflow, job: RunJob): boolean {
  const whole = [workflow, ...[job, ...before(job)].map(({ workflow: file }) => file)];
  if (
    whole.some(({ text }) => /workflow_run\s*(?:\.|\[['"])\s*conclusion|\.conclusion\b/.test(text))
  )
    return !isPlainlyUngated(job);
  return [job, ...before(job)].some(({ job: { steps } }) =>
    steps.some(
      ({ uses, inputs }) =>
        /download-artifact|download-workflow-artifact/.test(uses?.text ?? '') &&
        [...inputs.values()].some(({ text }) => text.includes('workflow_run')),
    ),
  );
}

// The file speaks of the conclusion, but neither this job, nor what it needs, nor any step of them does.
function isPlainlyUngated(job: RunJob): boolean {
  return ![job, ...before(job)].some(({ job: each, workflow }) => {
    const texts = [
      each.condition,
      ...each.steps.flatMap(({ condition, run, env }) => [condition, run, ...env.values()]),
      ...each.env.values(),
      ...workflow.env.values(),
    ];
    return texts.some((text) => (text?.text ?? '').includes('conclusion'));
  });
}

function unread(
  workflow: Workflow,
  { job, workflow: file }: RunJob,
  types: readonly string[] | undefined,
  name: string,
): WorkflowReport {
  const early = types === undefined || types.some((type) => type !== 'completed');
  const gate = workflow.triggers.some(({ event }) => event !== 'workflow_run')
    ? "github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'"
    : "github.event.workflow_run.conclusion == 'success'";
  const own = job.condition === undefined ? undefined : conditionOf(job.condition.text);
  const both = own === undefined ? gate : `(${own}) && ${gate.includes('||') ? `(${gate})` : gate}`;
  return reportOf(
    'conclusion-unread',
    file.path,
    job.at,
    `The job \`${job.id}\` deploys, publishes or starts other workflows when \`${name}\` ${early ? 'is requested, begins and ends' : 'is over'}, also when it failed or was cancelled: nothing looks at \`github.event.workflow_run.conclusion\`.`,
    `In the job \`${job.id}\`:\n    if: ${both}${early ? `\nand under \`workflow_run:\`\n    types: [completed]` : ''}`,
  );
}

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
        `When \`${name}\` fails, all of this workflow is skipped, and nothing says so${followers.length === 0 ? '' : `; ${followers.map(({ path }) => fileName(path)).join(', ')} then starts after a skipped run`}.`,
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

function filterOfRun(workflow: Workflow): readonly string[] {
  const trigger = triggerOf(workflow, 'workflow_run');
  return trigger === undefined || workflow.triggers.length > 1
    ? []
    : (filterOf(trigger, 'workflows') ?? []);
}

// A part of a name that a pattern lets in may be that of some branch.
function asksForPart(condition: string, workflow: Workflow): boolean {
  const push = triggerOf(workflow, 'push');
  const patterns = [...(push?.filters.get('branches') ?? []), ...(push?.filters.get('tags') ?? [])];
  const open =
    push !== undefined && (patterns.length === 0 || patterns.some(({ text }) => isPattern(text)));
  return open && /(?:With|contains)\s*\([^)]*github\.(?:ref|event\.ref)/i.test(condition);
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
            `The condition of \`${job.id}\` never holds: ${fileName(workflow.path)} starts by ${[...new Set(workflow.triggers.map(({ event }) => `\`${event}\``))].join(', ')}, and on none of these it is true. The job is always skipped.`,
            `Let the condition and \`on:\` speak of the same events and branches: \`if: ${text.replace(/\s+/g, ' ')}\`.`,
          ),
        ];
      });
  });
}
