import type { RegistryAccount } from '../registry/registry.js';
import { failure } from '../errors/index.js';
import { checkServer, type ReadyServer } from '../server/plan/check-server.js';
import type { History } from '../server/plan/history.js';
import type { ProgramSettings } from '../server/plan/program-head.js';
import { interruptedWords, whatSettles } from '../server/plan/interrupted.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { readHistory } from '../server/read-history.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { renderHistory } from './plan/history-table.js';
import { canUndoMigrations } from './plan/rollback-plan.js';
import { findRollbackTarget, type RollbackTarget } from './plan/rollback-target.js';

/** What a rollback was asked to do, as its inputs say it. */
export interface RollbackRequest {
  /** `previous`, a release id, a version, or the first digits of a commit. */
  readonly to: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  /** Whether it may lead over a breaking migration that nobody takes back. */
  readonly force: boolean;
  readonly registryAccount: RegistryAccount | undefined;
  readonly settings: ProgramSettings;
  readonly actor: string;
  readonly runUrl: string;
  readonly startedAt: Date;
}

/** What a rollback would do, and the server that it is about. */
export interface PreparedRollback {
  readonly ready: ReadyServer;
  readonly current: string;
  readonly history: History;
  readonly chosen: RollbackTarget;
  /** Whether the live release and the target are projects of their own behind a proxy that is switched. */
  readonly blueGreen: boolean;
}

/**
 * Looks at the server and finds what the rollback means, without any change.
 * @throws {DeployKitError} one of the `rollback-…` entries, or why the server can't be used
 */
async function prepareRollback(
  { to, path, force }: RollbackRequest,
  { server, reporter }: ProgramPorts,
): Promise<PreparedRollback> {
  return reporter.group(`Look at ${server.name}`, async () => {
    const ready = checkServer(await probeServer(server, path, []), server.name);
    const { current } = ready;
    if (ready.interrupted !== undefined)
      reporter.warning(
        'An earlier deploy was interrupted',
        `On ${ready.path} ${interruptedWords(ready.interrupted)}. ${whatSettles}`,
      );
    if (current === undefined)
      throw failure('rollback-nothing-live', { host: server.name, path: ready.path });
    const history = await readHistory(server, ready);
    reporter.info(renderHistory(history, current));
    const chosen = findRollbackTarget(to, current, history);
    const { release } = chosen.target.record;
    reporter.info(`Live now: ${current}; going back to ${release}`);
    const isBlueGreen = (id: string): boolean =>
      history.releases.some(({ record }) => record.release === id && record.switching.blueGreen);
    if (isBlueGreen(current) !== isBlueGreen(release))
      throw failure('rollback-over-strategy', { current, target: release });
    if (!force && !canUndoMigrations(chosen, current))
      throw failure('rollback-over-breaking-migration', {
        releases: chosen.breaking.map(({ record }) => record.release).join(', '),
        target: release,
      });
    return { ready, current, history, chosen, blueGreen: isBlueGreen(current) };
  });
}

/** What it would do on each of several servers. */
export interface PreparedRollbacks {
  readonly first: PreparedRollback;
  readonly servers: ReadonlyMap<ServerConnection, PreparedRollback>;
}

/**
 * Looks at several servers. What the rollback means is decided on the first; the others must have the same
 * release.
 * @throws {DeployKitError} as for one, before anything changes on any of them
 */
export async function prepareRollbacks(
  request: RollbackRequest,
  [first, ...others]: readonly ServerConnection[],
  ports: Omit<ProgramPorts, 'server'>,
): Promise<PreparedRollbacks> {
  if (first === undefined) throw new RangeError('no server to roll back');
  const canary = await prepareRollback(request, { ...ports, server: first });
  const same = { ...request, to: canary.chosen.target.record.release };
  const servers = new Map([[first, canary]]);
  for (const server of others)
    servers.set(server, await prepareRollback(same, { ...ports, server }));
  return { first: canary, servers };
}
