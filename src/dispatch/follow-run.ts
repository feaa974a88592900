import { DeployKitError, failure } from '../errors/index.js';
import { runDecides } from './plan/dispatch.js';
import { pollPause } from '../local/plan/back-off.js';
import type { PendingApproval, WorkflowRun } from '../github/github.js';
import type { DispatchPorts } from './dispatch-ports.js';

/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;

export interface FollowOptions {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** The same as a length of time, in seconds, for the error. */
  readonly timeout: number;
}

/**
 * Follows a run to its end, with a line in the log whenever its state changes.
 * @param signal ends the following
 * @returns the run as it ended, whatever its conclusion
 * @throws {DeployKitError} `run-wait-timeout`; the run itself goes on
 */
export async function followRun(
  repository: string,
  started: WorkflowRun,
  { deadline, timeout }: FollowOptions,
  { github, clock, reporter }: DispatchPorts,
  signal?: AbortSignal,
): Promise<WorkflowRun> {
  const begun = clock.now().getTime();
  let run = started;
  let reported = { state: '', at: Number.NEGATIVE_INFINITY };
  for (let attempt = 1; ; attempt++) {
    const seconds = (clock.now().getTime() - begun) / 1000;
    const state = await describeState(repository, run, github);
    if (state !== reported.state || seconds - reported.at >= reportEverySeconds) {
      reporter.info(`"${run.title}" ${state} (${Math.round(seconds)} s)`);
      reported = { state, at: seconds };
    }
    if (run.status === 'completed') return run;
    const pause = pollPause(attempt, Math.random());
    if (clock.now().getTime() + pause * 1000 > deadline) throw tooLong(run, state, timeout);
    await clock.sleep(pause, signal);
    run = await look(repository, run, { github, reporter }, signal);
  }
}

// An outage of GitHub's API does not end the run: neither does it end the wait.
async function look(
  repository: string,
  run: WorkflowRun,
  { github, reporter }: Pick<DispatchPorts, 'github' | 'reporter'>,
  signal: AbortSignal | undefined,
): Promise<WorkflowRun> {
  try {
    return await github.run(repository, run.id, signal);
  } catch (error) {
    if (!(error instanceof DeployKitError) || error.entry !== 'github-unreachable') throw error;
    reporter.info(`${error.why} Asking again`);
    return run;
  }
}

function tooLong({ title, url, status }: WorkflowRun, state: string, timeout: number): Error {
  const remedy =
    status === 'waiting'
      ? `Have it approved or rejected at ${url}, or raise \`wait-timeout\`.`
      : `Look at ${url}; when it needs longer, raise \`wait-timeout\`.`;
  return failure(
    'run-wait-timeout',
    { title, seconds: Math.round(timeout), status: state, url, remedy },
    { hostState: runDecides },
  );
}

async function describeState(
  repository: string,
  run: WorkflowRun,
  github: DispatchPorts['github'],
): Promise<string> {
  if (run.status === 'completed') return `ended with ${run.conclusion ?? 'no conclusion'}`;
  if (run.status !== 'waiting') return `is ${run.status.replace('_', ' ')}`;
  const approvals = await github.pendingApprovals(repository, run.id);
  return approvals.length === 0
    ? 'is waiting'
    : `is waiting for ${approvals.map(describeApproval).join(' and ')}`;
}

function describeApproval({ environment, reviewers }: PendingApproval): string {
  const by = reviewers.length === 0 ? '' : ` by ${reviewers.join(', ')}`;
  return `approval of environment ${environment}${by}`;
}
