import { conditionOf } from './expression-text.js';
import { evaluate, truthOf, type Facts } from './expression.js';
import type { Job, WorkflowStep, Workflow } from './model.js';

/** A job of a run, those of called reusable workflows of the checkout included. */
export interface RunJob {
  /** The file that the job stands in. */
  readonly workflow: Workflow;
  readonly job: Job;
  /** The job that calls the workflow in which it stands. */
  readonly caller: RunJob | undefined;
  /** What is over before it begins. */
  readonly needs: readonly RunJob[];
}

/** More jobs than that are no run that GitHub would start. */
const maxJobs = 500;

/** All jobs of a run of the workflow. A job that calls a workflow of the checkout stands for that one's jobs. */
export function jobsOfRun(workflow: Workflow, workflows: readonly Workflow[]): readonly RunJob[] {
  const byPath = new Map(workflows.map((each) => [each.path, each]));
  return expand(workflow, undefined, [], byPath, [workflow.path]).slice(0, maxJobs);
}

/** The file that a job calls: `./.github/workflows/build.yml` gives `.github/workflows/build.yml`. */
export function calledPath(job: Job): string | undefined {
  const uses = job.uses?.text ?? '';
  return uses.startsWith('./') ? uses.slice(2) : undefined;
}

function expand(
  workflow: Workflow,
  caller: RunJob | undefined,
  outer: readonly RunJob[],
  byPath: ReadonlyMap<string, Workflow>,
  calls: readonly string[],
): readonly RunJob[] {
  const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
  const ends = new Map<string, readonly RunJob[]>();
  const all: RunJob[] = [];
  const visit = (job: Job, seen: readonly string[]): readonly RunJob[] => {
    const known = ends.get(job.id);
    if (known !== undefined) return known;
    const needed = job.needs.flatMap(({ text }) =>
      seen.includes(text) ? [] : (byId.get(text) ?? []),
    );
    const needs = needed.flatMap((each) => visit(each, [...seen, each.id]));
    const own: RunJob = {
      workflow,
      job,
      caller,
      needs: needs.length === 0 ? outer : needs,
    };
    const path = calledPath(job);
    const called = path === undefined || calls.includes(path) ? undefined : byPath.get(path);
    const jobs =
      called === undefined || calls.length > maxCalls || all.length > maxJobs
        ? [own]
        : [own, ...expand(called, own, [own], byPath, [...calls, called.path])];
    ends.set(job.id, jobs);
    all.push(...jobs);
    return jobs;
  };
  for (const job of workflow.jobs) visit(job, [job.id]);
  return all;
}

/** How deep workflows may call each other. */
const maxCalls = 4;

/** Whether `later` only begins when `earlier` is over. */
export function comesAfter(later: RunJob, earlier: RunJob): boolean {
  return before(later).has(earlier);
}

/** All jobs that are over before it begins. */
export function before(job: RunJob): ReadonlySet<RunJob> {
  const found = new Set<RunJob>();
  const visit = ({ needs }: RunJob): void => {
    for (const need of needs) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(job);
  return found;
}

/** Whether each job of a run runs; `undefined` when that can't be told. */
export function runningJobs(
  jobs: readonly RunJob[],
  factsFor: (called: boolean) => Facts,
): ReadonlyMap<RunJob, boolean | undefined> {
  const found = new Map<RunJob, boolean | undefined>();
  const visit = (job: RunJob): boolean | undefined => {
    if (!found.has(job)) found.set(job, runs(job, factsFor(job.caller !== undefined), visit));
    return found.get(job);
  };
  jobs.forEach(visit);
  return found;
}

function runs(
  { job, needs, caller }: RunJob,
  facts: Facts,
  visit: (job: RunJob) => boolean | undefined,
): boolean | undefined {
  const condition = job.condition?.text;
  const own = condition === undefined ? true : truthOfCondition(condition, facts);
  if (own === false) return false;
  if (caller !== undefined && visit(caller) === false) return false;
  const needed = needs.map(visit);
  const independent =
    condition !== undefined && /\b(?:always|failure|cancelled)\s*\(/.test(condition);
  if (needed.includes(false) && !independent) return false;
  return own === undefined || needed.includes(undefined) ? undefined : true;
}

/** Whether a step runs in a job that does. */
export function stepRuns(step: WorkflowStep, facts: Facts): boolean | undefined {
  const { condition } = step;
  return condition === undefined ? true : truthOfCondition(condition.text, factsIn(step, facts));
}

/** What is known in a step: the inputs of a local action are what the step that uses it gives. */
export function factsIn({ inAction }: WorkflowStep, facts: Facts): Facts {
  return inAction ? (path) => (/^inputs\b/.test(path) ? undefined : facts(path)) : facts;
}

function truthOfCondition(text: string, facts: Facts): boolean | undefined {
  const expression = conditionOf(text);
  return expression === undefined ? undefined : truthOf(evaluate(expression, facts));
}
