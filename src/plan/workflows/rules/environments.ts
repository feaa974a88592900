import { fileName, reportOf, type Chain } from '../chain.js';
import type { WorkflowReport } from '../report.js';
import type { RunJob } from '../run-jobs.js';

/** Deploys to production without an environment. */
export function environmentMissing(chain: Chain): readonly WorkflowReport[] {
  const seen = new Set<RunJob['job']>();
  return [...chain.runs.values()].flat().flatMap((runJob) => {
    const { job, workflow } = runJob;
    const deploys = chain.deployments.get(job)?.some(({ kind }) => kind === 'server') === true;
    if (!deploys || seen.has(job) || job.environment !== undefined || !isForProduction(runJob))
      return [];
    seen.add(job);
    return [
      reportOf(
        'environment-missing',
        workflow.path,
        job.at,
        `The job \`${job.id}\` deploys to production without an environment: no reviewer is asked, and GitHub keeps no record of it.`,
        `In the job \`${job.id}\`:\n    environment: production`,
      ),
    ];
  });
}

// By its names: what is in a script may be the name of a file.
function isForProduction({ job, workflow, caller }: RunJob): boolean {
  const names = [job.id, job.name];
  if (workflow.jobs.length === 1 || !workflow.jobs.some(({ id }) => isOtherStage(id)))
    names.push(workflow.name.replace(/^.*\//, ''), fileName(workflow.path));
  return (
    (names.some(isProduction) && !names.some(isOtherStage)) ||
    (caller !== undefined && isForProduction(caller) && !names.some(isOtherStage))
  );
}

function isProduction(name: string): boolean {
  return (
    /(?:^|[^a-z])(?:prod|production|prd)(?:[^a-z]|$)/i.test(name) &&
    !/(?:pre|non|not)[-_ ]?prod/i.test(name)
  );
}

function isOtherStage(name: string): boolean {
  return /(?:^|[^a-z])(?:staging|stage|stg|dev|develop|development|test|qa|uat|preview|sandbox|demo)(?:[^a-z]|$)/i.test(
    name,
  );
}
