import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asText, evaluate, isTrue, type Plain } from './deferred.js';
import { ensureNode24 } from './node24.js';
import { playJob } from './play-job.js';
import type { Conclusion, JobReport, RunReport, RunRequest } from './run-request.js';
import { parseWorkflowFile, type WorkflowJob } from './workflow.js';

/**
 * Plays one run of a workflow as GitHub's runner does: jobs by their `needs`, side by side where
 * they can be.
 * @throws {Error} for anything in the workflow that the playground does not support, before a job runs
 */
export async function playRun(request: RunRequest): Promise<RunReport> {
  const workflow = await parseWorkflowFile(request.workflowPath, request.workflowSource);
  const node = await ensureNode24();
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-run-'));
  const reports = new Map<string, JobReport>();
  const running = new Map<string, Promise<JobReport>>();

  const start = (job: WorkflowJob): Promise<JobReport> => {
    const existing = running.get(job.id);
    if (existing !== undefined) return existing;
    const promise = (async () => {
      const needed = await Promise.all(
        job.needs.map((id) => {
          const other = workflow.jobs.find((candidate) => candidate.id === id);
          if (other === undefined)
            throw new Error(`Job ${job.id} needs ${id}, which does not exist`);
          return start(other);
        }),
      );
      const report = await playOrSkip(job, needed);
      reports.set(job.id, report);
      request.hooks.jobChanged(report);
      return report;
    })();
    running.set(job.id, promise);
    return promise;
  };

  const playOrSkip = (job: WorkflowJob, needed: readonly JobReport[]): Promise<JobReport> => {
    const needs: Plain = Object.fromEntries(
      needed.map((report) => [report.id, { result: report.conclusion, outputs: report.outputs }]),
    );
    const contexts = runContexts(request, workflow.name, needs);
    const status = request.signal.aborted
      ? 'cancelled'
      : statusOf(needed.map(({ conclusion }) => conclusion));
    if (!isTrue(job.condition, { contexts, status: { job: status } }))
      return Promise.resolve(skipped(job));
    return playJob({ job, workflow, request, contexts, node, folder: join(folder, job.id) });
  };

  try {
    const jobs = await Promise.all(workflow.jobs.map(start));
    return { conclusion: conclude(jobs, request.signal.aborted), jobs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The contexts that every job of a run has. */
export function runContexts(
  request: RunRequest,
  workflow: string,
  needs: Plain,
): Record<string, Plain> {
  const [owner = ''] = request.repository.split('/');
  const inputs = (request.event.payload.inputs ?? {}) as Plain;
  return {
    github: {
      event_name: request.event.name,
      event: request.event.payload as Plain,
      repository: request.repository,
      repository_owner: owner,
      ref: request.ref,
      ref_name: request.ref.replace(/^refs\/(heads|tags)\//, ''),
      sha: request.sha,
      actor: request.actor,
      run_id: String(request.runId),
      run_number: String(request.runNumber),
      run_attempt: '1',
      server_url: request.serverUrl,
      api_url: request.apiUrl,
      workflow,
    },
    vars: request.variables,
    secrets: request.secrets,
    inputs,
    needs,
    strategy: {},
    matrix: {},
  };
}

/** The text of `run-name:`, or what GitHub shows without one. */
export function displayTitle(
  source: Awaited<ReturnType<typeof parseWorkflowFile>>,
  request: RunRequest,
  fallback: string,
): string {
  if (source.runName === undefined) return fallback;
  return asText(evaluate(source.runName, { contexts: runContexts(request, source.name, {}) }));
}

function statusOf(
  conclusions: readonly (Conclusion | null)[],
): 'success' | 'failure' | 'cancelled' {
  if (conclusions.includes('cancelled')) return 'cancelled';
  // A skipped need stops what follows, just as a failed one does.
  return conclusions.every((conclusion) => conclusion === 'success') ? 'success' : 'failure';
}

function conclude(jobs: readonly JobReport[], cancelled: boolean): Conclusion {
  const conclusions = jobs.map(({ conclusion }) => conclusion);
  if (conclusions.includes('failure')) return 'failure';
  if (cancelled || conclusions.includes('cancelled')) return 'cancelled';
  return conclusions.every((conclusion) => conclusion === 'skipped') ? 'skipped' : 'success';
}

function skipped(job: WorkflowJob): JobReport {
  return {
    id: job.id,
    name: job.id,
    status: 'completed',
    conclusion: 'skipped',
    steps: [],
    log: '',
    summary: '',
    annotations: [],
    outputs: {},
  };
}
