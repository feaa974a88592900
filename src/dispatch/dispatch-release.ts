import { randomUUID } from 'node:crypto';
import { failure } from '../errors/index.js';
import { describeDoor, inputsFor, type DispatchRequest, type Dispatched } from './plan/dispatch.js';
import { checkPayload, checkWorkflowInputs } from './plan/dispatch-limits.js';
import { traceableRunName } from './plan/listeners.js';
import { releasePayload, type Release } from '../release/release.js';
import { readOutputs } from './plan/run-outputs.js';
import type { WorkflowRun } from '../github/github.js';
import { allOrAbort } from '../local/all-or-abort.js';
import type { DispatchPorts } from './dispatch-ports.js';
import { findListeners, type ListeningWorkflows } from './find-listeners.js';
import { findRuns } from './find-runs.js';
import { followRun } from './follow-run.js';
import { sendOnce, type Sending } from './send-once.js';

/** GitHub lists a new run within seconds; after this long none was started. */
const startTimeoutSeconds = 120;

/**
 * Sends a release to every repository, side by side, and stays with the runs that it starts as long as
 * `wait` says. A run that failed is no failure here: its conclusion is in the answer.
 * @param branch the branch of this run, where an unlisted workflow may wait to be merged
 * @throws {DeployKitError} one of the `dispatch-…`, `github-…` or `run-…` entries
 */
export async function dispatchRelease(
  dispatch: DispatchRequest,
  branch: { readonly repository: string; readonly ref: string },
  ports: DispatchPorts,
): Promise<readonly Dispatched[]> {
  const title = `Send ${describeDoor(dispatch.door)} to ${dispatch.repositories.join(', ')}`;
  const settled = await ports.reporter.group(title, () =>
    Promise.allSettled(
      dispatch.repositories.map((repository) => dispatchTo(repository, dispatch, branch, ports)),
    ),
  );
  // One that fails must not leave the others unwatched; the first failure speaks for all.
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason as Error;
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function dispatchTo(
  repository: string,
  dispatch: DispatchRequest,
  branch: { readonly repository: string; readonly ref: string },
  ports: DispatchPorts,
): Promise<Dispatched> {
  const release = { ...dispatch.release, correlationId: randomUUID() };
  const listening = await findListeners(repository, dispatch, branch, ports);
  const sending = prepare(repository, dispatch, release, listening, ports.clock.now());
  if (dispatch.wait !== 'none') requireTrace(dispatch, listening);
  const id = await sendOnce(sending, ports);
  ports.reporter.info(`Sent to ${repository} with correlation id ${release.correlationId}`);
  const outcome = { repository, release, outputs: undefined };
  if (dispatch.wait === 'none')
    return {
      ...outcome,
      runs: id === undefined ? [] : [await ports.github.run(repository, id)],
    };

  const runs = await startedRuns(sending, id, listening, ports);
  for (const { title, url } of runs) ports.reporter.info(`Started "${title}": ${url}`);
  if (dispatch.wait === 'started') return { ...outcome, runs };
  const deadline = ports.clock.now().getTime() + dispatch.timeout * 1000;
  const ended = await allOrAbort((signal) =>
    runs.map((run) => followRun(repository, run, { deadline, ...dispatch }, ports, signal)),
  );
  const outputs = await fetchOutputs(repository, ended[0], dispatch.outputsArtifact, ports);
  return { ...outcome, runs: ended, outputs };
}

/** What is sent, checked against GitHub's limits. */
function prepare(
  repository: string,
  { door }: DispatchRequest,
  release: Release,
  listening: ListeningWorkflows,
  now: Date,
): Sending {
  const common = {
    repository,
    correlationId: release.correlationId,
    since: now,
    traceable: listening.traceable > 0,
  };
  if (door.kind === 'event') {
    const payload = releasePayload(release);
    checkPayload(payload);
    return { ...common, event: 'repository_dispatch', type: door.type, payload };
  }
  const inputs = inputsFor(release, door.inputs, listening.inputs);
  checkWorkflowInputs(inputs);
  return {
    ...common,
    event: 'workflow_dispatch',
    file: door.file,
    ref: listening.ref,
    inputs,
  };
}

// Without it the event would be sent and its run never found. (workflow_dispatch answers with the id.)
function requireTrace({ door }: DispatchRequest, { paths, traceable }: ListeningWorkflows): void {
  if (door.kind === 'event' && paths.length > 0 && traceable === 0)
    throw failure('dispatch-not-traceable', {
      workflow: paths.join(', '),
      'run-name': traceableRunName,
    });
}

async function startedRuns(
  sending: Sending,
  id: number | undefined,
  { traceable }: ListeningWorkflows,
  ports: DispatchPorts,
): Promise<readonly WorkflowRun[]> {
  const { repository, correlationId } = sending;
  if (id !== undefined) return [await ports.github.run(repository, id)];
  const found = await findRuns(sending, Math.max(traceable, 1), startTimeoutSeconds, ports);
  if (found.length === 0)
    throw failure('run-never-started', {
      repository,
      seconds: startTimeoutSeconds,
      'correlation-id': correlationId,
    });
  return found;
}

async function fetchOutputs(
  repository: string,
  run: WorkflowRun | undefined,
  name: string | undefined,
  { github }: DispatchPorts,
): Promise<string | undefined> {
  if (name === undefined || run?.conclusion !== 'success') return undefined;
  return readOutputs(await github.artifact(repository, run.id, name), run, name);
}
