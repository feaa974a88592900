import { failure, unchanged, type HostState } from '../errors/index.js';
import type { ProgramHead, ProgramSettings } from './plan/plan.js';
import type { ProgramEnd } from './plan/program-event.js';
import type { ProgressReport } from './progress-report.js';
import type { ProgramPorts } from './run-program.js';
import { settleServer } from './settle-server.js';

// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
/** How long a program is followed, in seconds. */
export function programTimeout(settings: ProgramSettings, lockTimeoutSeconds: number): number {
  const once = 2 * settings.healthTimeoutSeconds + settings.drainSeconds + 60;
  const own = 5 * settings.hookTimeoutSeconds + 2 * settings.migrationTimeoutSeconds;
  return lockTimeoutSeconds + 6 * once + own + 3600;
}

/** The error of a program that ended without a word; what it left is settled first. */
export async function endedEarly(
  progress: ProgressReport,
  head: ProgramHead,
  lockTimeoutSeconds: number,
  ports: ProgramPorts,
): Promise<Error> {
  const settled = await settleServer(head, lockTimeoutSeconds, ports);
  return failure(
    'program-ended-early',
    { host: ports.server.name, step: progress.currentStep },
    { details: progress.details, hostState: stateAfter(settled) },
  );
}

function stateAfter(end: ProgramEnd | undefined): HostState {
  if (end?.outcome !== 'settled')
    return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
  return end.live === '' ? unchanged : { state: 'restored', release: end.live };
}
