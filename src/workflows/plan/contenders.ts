import type { Chain } from './chain.js';
import type { Workflow } from './model.js';
import { starts, factsOf, type Occasion } from './occasion.js';
import { runningJobs, type RunJob, stepRuns } from './run-jobs.js';
import type { DeployStep } from './deployment.js';
import type { Dispatch } from './dispatch.js';
import type { ImageBuild } from './image-builds.js';

/** A job that takes part in it, with the workflow that was started. */
export interface Contender {
  readonly root: Workflow;
  readonly occasion: Occasion;
  readonly runJob: RunJob;
  readonly certain: boolean;
}

/** The jobs that an occasion starts of a workflow. */
export function contendersIn(
  root: Workflow,
  occasion: Occasion,
  chain: Chain,
): readonly Contender[] {
  const started = starts(occasion, root);
  if (started === 'no') return [];
  const jobs = chain.runs.get(root) ?? [];
  const running = runningJobs(jobs, (called) => factsOf(occasion, chain.repository, called));
  return jobs
    .filter((runJob) => running.get(runJob) !== false)
    .map((runJob) => ({
      root,
      occasion,
      runJob,
      certain: started === 'always' && running.get(runJob) === true,
    }));
}

/** Whether a step runs, or may run, when its job does. */
export function happens(
  { step }: Pick<DeployStep | ImageBuild | Dispatch, 'step'>,
  { occasion, runJob }: Contender,
  chain: Chain,
): boolean {
  const facts = factsOf(occasion, chain.repository, runJob.caller !== undefined);
  return stepRuns(step, facts) !== false;
}
