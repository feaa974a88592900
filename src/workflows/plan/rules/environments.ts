import { baseName, reportOf, type Chain } from '../chain.js';
import { filterOf, type Trigger } from '../model.js';
import type { WorkflowReport } from '../report.js';
import type { RunJob } from '../run-jobs.js';

/** Deploys to production without an environment. */
export function environmentMissing(chain: Chain): readonly WorkflowReport[] {
  const seen = new Set<RunJob['job']>();
  return [...chain.runs.values()].flat().flatMap((runJob) => {
    const { job, workflow } = runJob;
    const deploys = (chain.deployments.get(job) ?? []).filter(({ kind }) => kind === 'server');
    // A host is a name, too: `secrets.PROD_HOST`.
    const steps = deploys.flatMap(({ step }) => [step.name, step.inputs.get('host')?.text ?? '']);
    if (
      deploys.length === 0 ||
      seen.has(job) ||
      job.environment !== undefined ||
      job.uses !== undefined
    )
      return [];
    if (!isForProduction(runJob, steps)) return [];
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

// By names alone, the job's before its workflow's: what is in a script may be the name of a file.
function isForProduction({ job, workflow, caller }: RunJob, steps: readonly string[]): boolean {
  const own = [job.id, job.name, ...steps, job.concurrency?.group?.text ?? ''];
  if (own.some(isOtherStage)) return false;
  if (own.some(isProduction)) return true;
  if (
    workflow.jobs.some(({ id, name }) => isOtherStage(id) || isProduction(id) || isOtherStage(name))
  )
    return false;
  const shared = [workflow.name.replace(/^.*\//, ''), baseName(workflow.path)];
  if (shared.some(isOtherStage)) return false;
  const started = workflow.triggers.map(namesOf);
  return (
    [...shared, workflow.concurrency?.group?.text ?? ''].some(isProduction) ||
    started.some((names) => names.length > 0 && names.every(isProduction)) ||
    (caller !== undefined && isForProduction(caller, []))
  );
}

// The branches of a push, the types of an event.
function namesOf(trigger: Trigger): readonly string[] {
  return filterOf(trigger, 'branches') ?? filterOf(trigger, 'types') ?? [];
}

function isProduction(name: string): boolean {
  const stands =
    /(?:^|[^a-z])(?:prod|production|prd)(?:[^a-z]|$)/i.test(name) ||
    /[A-Za-z]Prod(?:uction)?(?:[^a-z]|$)/.test(name);
  return stands && !/(?:pre|non|not)[-_ ]?prod/i.test(name);
}

function isOtherStage(name: string): boolean {
  return /(?:^|[^a-z])(?:staging|stage(?! ?\d)|stg|dev|develop|development|test|qa|uat|preview|sandbox|demo)(?:[^a-z]|$)/i.test(
    name,
  );
}
