import type { Chain } from './chain.js';
import type { Concurrency, Workflow } from './model.js';
import { type Occasion, starts, factsOf } from './occasion.js';
import { occasionsOf } from './moments.js';
import { runningJobs, type RunJob } from './run-jobs.js';

/** A job that deploys to a server, in a run of a workflow. */
export interface DeployJob {
  readonly root: Workflow;
  readonly runJob: RunJob;
  readonly groups: readonly Group[];
}

/** A concurrency group, and the workflow whose file names it. */
export interface Group extends Concurrency {
  readonly file: Workflow;
}

/** The jobs that deploy to a server, but for previews of pull requests. */
export function deployJobs(chain: Chain): readonly DeployJob[] {
  const seen = new Set<RunJob['job']>();
  return [...chain.runs].flatMap(([root, jobs]) =>
    jobs.flatMap((runJob) => {
      const deploys = chain.deployments.get(runJob.job)?.some(({ kind }) => kind === 'server');
      if (deploys !== true || seen.has(runJob.job) || isPreview(runJob, root, chain)) return [];
      seen.add(runJob.job);
      return [{ root, runJob, groups: groupsOf(runJob) }];
    }),
  );
}

// What only pull requests deploy, each to a place of its own, is thrown away with them.
function isPreview(runJob: RunJob, root: Workflow, chain: Chain): boolean {
  const occasions = occasionsOf(root, chain);
  // A merge closes it, too.
  const ofRequest = ({ event, action }: Occasion): boolean =>
    /^pull_request(?:_target)?$/.test(event) && action !== 'closed';
  return (
    speaksOfRequest(runJob) &&
    occasions.some(ofRequest) &&
    !occasions.some((occasion) => {
      if (ofRequest(occasion) || starts(occasion, root) === 'no') return false;
      const factsFor = (called: boolean) => factsOf(occasion, chain.repository, called);
      return runningJobs(chain.runs.get(root) ?? [], factsFor).get(runJob) !== false;
    })
  );
}

function speaksOfRequest({ job, workflow }: RunJob): boolean {
  const texts = job.steps.flatMap(({ name, run, env, inputs }) => [
    name,
    ...[run, ...env.values(), ...inputs.values()].map((scalar) => scalar?.text ?? ''),
  ]);
  return [workflow.name, job.id, job.name, job.environment?.text ?? '', ...texts].some((text) =>
    /preview|review[-_ ]?app|pull_request\.number|event\.number|head_ref/i.test(text),
  );
}

// From the job outwards.
function groupsOf({ job, workflow, caller }: RunJob): readonly Group[] {
  return [
    ...[job.concurrency, workflow.concurrency].flatMap((concurrency) =>
      concurrency === undefined ? [] : [{ ...concurrency, file: workflow }],
    ),
    ...(caller === undefined ? [] : groupsOf(caller)),
  ];
}
