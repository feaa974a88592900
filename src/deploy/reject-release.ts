import { failure } from '../errors/index.js';
import type { ProgramSettings } from '../server/plan/plan.js';
import { checkServer } from '../server/plan/check-server.js';
import { explainProgramEnd } from '../server/plan/program-failure.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/run-program.js';
import { takeBack } from '../server/settle-server.js';

/** A release that was live and is not to stay. */
export interface Rejection {
  readonly release: string;
  readonly reason: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  readonly version: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly lockTimeout: number;
  readonly settings: ProgramSettings;
}

/**
 * Restores what ran before a release that this job deployed, and ends in the error that says so.
 * A release that is not live (it failed by itself, or another one followed) needs nothing.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed
 */
export async function rejectRelease(rejection: Rejection, ports: ProgramPorts): Promise<void> {
  const { reporter, server } = ports;
  const facts = checkServer(await probeServer(server, rejection.path, []), server.name);
  if (facts.current !== rejection.release) {
    reporter.info(
      `Release ${rejection.release} is not live (${facts.current ?? 'none of ours'} is): nothing to take back`,
    );
    return;
  }
  const head = {
    kind: 'take-back' as const,
    path: facts.path,
    releaseId: rejection.release,
    version: rejection.version,
    revision: '',
    actor: rejection.actor,
    runUrl: rejection.runUrl,
    composeCommand: facts.compose.command,
    sudo: facts.sudo,
    managedKeys: [],
    // What rolls and which proxies there are is in the release's own transaction.
    rolled: [],
    proxies: [],
    settings: rejection.settings,
  };
  const end = await takeBack(head, rejection.lockTimeout, ports);
  if (end === undefined)
    throw failure(
      'program-ended-early',
      { host: server.name, step: 'Restore what ran before' },
      { hostState: { state: 'unknown', why: 'the next deploy settles it.' } },
    );
  if (end.outcome !== 'settled') throw explainProgramEnd(end, server, facts.path, []);
  throw failure(
    'release-rejected',
    { release: rejection.release, reason: rejection.reason },
    { hostState: { state: 'restored', release: end.live || 'what ran before the first deploy' } },
  );
}
