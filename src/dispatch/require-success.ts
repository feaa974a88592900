import { failure } from '../errors/index.js';
import { runDecides } from './plan/dispatch.js';
import type { Dispatched } from './plan/dispatch.js';
import type { GitHub, WorkflowRun } from '../github/github.js';

/**
 * Fails when one of the runs that were waited for did not end well.
 * @throws {DeployKitError} `run-failed`, with the failing job and step; further failed runs in its details
 */
export async function requireSuccess(sent: readonly Dispatched[], github: GitHub): Promise<void> {
  const failed = sent.flatMap(({ repository, runs }) =>
    runs
      .filter(({ status, conclusion }) => status === 'completed' && conclusion !== 'success')
      .map((run) => ({ repository, run })),
  );
  const reasons = await Promise.all(
    failed.map(async ({ repository, run }) => await explainRun(repository, run, github)),
  );
  const [first] = failed;
  if (first === undefined) return;
  const { title, url, conclusion } = first.run;
  throw failure(
    'run-failed',
    { title, url, conclusion: conclusion ?? '', reason: reasons[0] ?? '' },
    { details: reasons.slice(1), hostState: runDecides },
  );
}

async function explainRun(repository: string, run: WorkflowRun, github: GitHub): Promise<string> {
  const where = `${repository}, workflow ${run.workflow}`;
  const jobs = await github.failedJobs(repository, run.id);
  if (run.conclusion === 'skipped')
    return `${where}: every job was skipped; look at their \`if:\` conditions.`;
  if (jobs.length === 0)
    return `${where}: no job failed; a run that is cancelled before it starts was most often pushed out of its \`concurrency\` group by a newer one.`;
  const named = jobs.map(({ name, step, url }) =>
    step === undefined ? `job "${name}" (${url})` : `job "${name}" in step "${step}" (${url})`,
  );
  return `${where}: ${named.join('; ')}.`;
}
