import type { Inputs } from '../inputs/index.js';
import type { Reporter } from '../local/reporter.js';
import type { Release } from '../release/release.js';
import type { dispatchInputs } from './dispatch-inputs.js';
import type { DispatchPorts } from './dispatch-ports.js';
import { dispatchRelease } from './dispatch-release.js';
import { dispatchRequest } from './dispatch-request.js';
import { renderDispatchSummary, type Dispatched } from './plan/dispatch.js';
import { requireSuccess } from './require-success.js';

/**
 * Sends a release on as the inputs say, tells what came of it, and fails with a run that it waited for.
 * @param run the run that sends it
 * @throws {DeployKitError} as `dispatchRelease` and `requireSuccess`
 */
export async function dispatchAndReport(
  inputs: Inputs<typeof dispatchInputs>,
  release: Release,
  run: { readonly repository: string; readonly refName: string },
  ports: DispatchPorts,
): Promise<void> {
  const request = dispatchRequest(inputs, release);
  const branch = { repository: run.repository, ref: run.refName };
  const sent = await dispatchRelease(request, branch, ports);
  setOutputs(sent, ports.reporter);
  ports.reporter.summary(renderDispatchSummary(sent, request.door));
  await requireSuccess(sent, ports.github);
}

/** Sets the outputs that tell what was sent and what came of it. */
function setOutputs(sent: readonly Dispatched[], reporter: Reporter): void {
  const [first] = sent;
  const [run] = first?.runs ?? [];
  reporter.output('release', JSON.stringify(first?.release));
  reporter.output('correlation-id', first?.release.correlationId ?? '');
  reporter.output('run-id', String(run?.id ?? ''));
  reporter.output('run-url', run?.url ?? '');
  reporter.output('conclusion', run?.conclusion ?? '');
  reporter.output('outputs', first?.outputs ?? '');
  const runs = sent.flatMap(({ repository, runs }) =>
    runs.map(({ id, url, title, conclusion }) => ({ repository, id, url, title, conclusion })),
  );
  reporter.output('runs', JSON.stringify(runs));
}
