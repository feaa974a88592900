import { pollPause } from '../local/plan/back-off.js';
import type { WorkflowRun } from '../github/github.js';
import type { DispatchPorts } from './dispatch-ports.js';

/** By what the runs of an event are found. */
export interface RunTrace {
  readonly repository: string;
  /** `repository_dispatch` or `workflow_dispatch`. */
  readonly event: string;
  /** Stands in the title of each of its runs, and of no other. */
  readonly correlationId: string;
  /** When the event was sent. */
  readonly since: Date;
}

/** GitHub's clock and this machine's may differ by this much. */
const clockSkewSeconds = 60;

/** Once one run is there, the others of the same event are not far behind. */
const stragglerSeconds = 10;

/**
 * Looks for the runs that an event started until there are as many as expected.
 * @returns those that were found in time; none when the event started nothing
 */
export async function findRuns(
  { repository, event, correlationId, since }: RunTrace,
  expected: number,
  timeoutSeconds: number,
  { github, clock }: Pick<DispatchPorts, 'github' | 'clock'>,
): Promise<readonly WorkflowRun[]> {
  const from = new Date(since.getTime() - clockSkewSeconds * 1000);
  const elapsed = (start: number): number => (clock.now().getTime() - start) / 1000;
  const started = clock.now().getTime();
  let firstSeen: number | undefined;
  for (let attempt = 1; ; attempt++) {
    const runs = await github.runsSince(repository, event, from);
    const found = runs.filter(({ title }) => title.includes(correlationId));
    if (found.length > 0) firstSeen ??= clock.now().getTime();
    if (found.length >= expected) return found;
    if (firstSeen !== undefined && elapsed(firstSeen) > stragglerSeconds) return found;
    const pause = pollPause(attempt, Math.random());
    if (elapsed(started) + pause > timeoutSeconds) return found;
    await clock.sleep(pause);
  }
}
