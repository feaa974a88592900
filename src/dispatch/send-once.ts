import { DeployKitError } from '../errors/index.js';
import type { WorkflowInputs } from '../github/github.js';
import type { DispatchPorts } from './dispatch-ports.js';
import { findRuns, type RunTrace } from './find-runs.js';

/** One event, ready to be sent. */
export type Sending = RunTrace & {
  /** Whether a run would show the correlation id. */
  readonly traceable: boolean;
} & (
    | { readonly event: 'repository_dispatch'; readonly type: string; readonly payload: object }
    | {
        readonly event: 'workflow_dispatch';
        readonly file: string;
        readonly ref: string;
        readonly inputs: WorkflowInputs;
      }
  );

/** A run that was started shows in GitHub's list within this time. */
const lookSeconds = 20;

const maxAttempts = 3;

/**
 * Sends an event. When GitHub does not confirm it, looks whether a run with its correlation id has
 * started, and only sends it again when none has: never twice where the first may have arrived.
 * @returns the id of the run, where GitHub tells it
 * @throws {DeployKitError} `github-unconfirmed` when that cannot be found out
 */
export async function sendOnce(
  sending: Sending,
  ports: DispatchPorts,
): Promise<number | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(sending, ports);
    } catch (error) {
      if (!isUnconfirmed(error) || !sending.traceable) throw error;
      ports.reporter.info(
        `${error.why} Looking for a run with correlation id ${sending.correlationId} before anything is sent again`,
      );
      const [run] = await look(sending, error, ports);
      if (run !== undefined) return run.id;
      if (attempt === maxAttempts) throw error;
    }
  }
}

function send(sending: Sending, { github }: DispatchPorts): Promise<number | undefined> {
  return sending.event === 'workflow_dispatch'
    ? github.startWorkflow(sending.repository, sending.file, sending.ref, sending.inputs)
    : github.dispatch(sending.repository, sending.type, sending.payload).then(() => undefined);
}

// A token that may not look is no better than no trace at all.
async function look(
  sending: Sending,
  unconfirmed: DeployKitError,
  ports: DispatchPorts,
): ReturnType<typeof findRuns> {
  try {
    return await findRuns(sending, 1, lookSeconds, ports);
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    ports.reporter.info(`It cannot be found out: ${error.why}`);
    throw unconfirmed;
  }
}

function isUnconfirmed(error: unknown): error is DeployKitError {
  return error instanceof DeployKitError && error.entry === 'github-unconfirmed';
}
