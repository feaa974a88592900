import { reportOf, type Chain } from '../chain.js';
import { conditionOf } from '../expression-text.js';
import type { Facts } from '../expression.js';
import { filterOf, triggerOf, type WorkflowStep, type Workflow } from '../model.js';
import { afterEnd } from '../moments.js';
import { publishes } from '../publishing.js';
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

function changesSomething(
  { job, caller }: RunJob,
  chain: Chain,
  facts: (called: boolean) => Facts,
): boolean {
  const steps: readonly WorkflowStep[] = [
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
