import { failure } from '../errors/index.js';
import { checkServer, type ReadyServer } from '../server/plan/check-server.js';
import type { DeployIntent } from '../deploy/plan/deploy-intent.js';
import type { History } from '../server/plan/history.js';
import { renderHistory } from './plan/history-table.js';
import type { ProgramHead, ProgramSettings } from '../server/plan/plan.js';
import { explainProgramEnd } from '../server/plan/program-failure.js';
import { renderProgram } from '../server/plan/render-program.js';
import { canUndoMigrations, planRollback } from './plan/rollback-plan.js';
import { findRollbackTarget, type RollbackTarget } from './plan/rollback-target.js';
import { rollbackUpload } from '../deploy/plan/upload.js';
import type { Deployment } from '../deploy/deploy-compose.js';
import { probeServer } from '../server/probe-server.js';
import { ProgressReport } from '../server/progress-report.js';
import { readHistory } from '../server/read-history.js';
import { newReleaseId } from '../deploy/release-id.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { runProgram, type ProgramPorts } from '../server/run-program.js';
import { endedEarly, programTimeout } from '../server/program-limits.js';

/** What a rollback was asked to do, as its inputs say it. */
export interface RollbackRequest {
  /** `previous`, a release id, a version, or the first digits of a commit. */
  readonly to: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  /** Whether it may lead over a breaking migration that nobody takes back. */
  readonly force: boolean;
  readonly registryAccount: DeployIntent['registryAccount'];
  readonly lockTimeoutSeconds: number;
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

/**
 * Makes a former release live again on one of those servers, as a release of its own.
 * @throws {DeployKitError} with the host state that the failure left
 */
export async function rollBack(
  request: RollbackRequest,
  { servers }: PreparedRollbacks,
  ports: ProgramPorts,
): Promise<Deployment> {
  const prepared = servers.get(ports.server);
  if (prepared === undefined) throw new RangeError('a server that was not looked at');
  const { ready, current, chosen, blueGreen } = prepared;
  const { record, images } = chosen.target;
  const releaseId = newReleaseId(request.startedAt, record.version);
  const { actor, runUrl, settings, lockTimeoutSeconds } = request;
  const head: ProgramHead = {
    kind: 'rollback',
    path: ready.path,
    releaseId,
    version: record.version,
    revision: record.revision,
    actor,
    runUrl,
    composeCommand: ready.compose.command,
    sudo: ready.sudo,
    managedKeys: [],
    rolled: record.switching.waves.flat(),
    proxies: record.switching.proxies,
    settings,
  };
  const plan = planRollback(head, chosen, {
    current,
    lockTimeoutSeconds,
    hasAccount: request.registryAccount !== undefined,
    blueGreen,
  });
  const upload = rollbackUpload(
    renderProgram(plan),
    {
      ...record,
      release: releaseId,
      actor,
      run: runUrl,
    },
    request.registryAccount,
  );
  const progress = new ProgressReport(ports.reporter);
  const timeoutSeconds = programTimeout(settings, lockTimeoutSeconds);
  const end = await runProgram(
    { path: ready.path, releaseId, base: '', upload, timeoutSeconds },
    ports,
    (event) => {
      progress.take(event);
    },
  );
  progress.close();
  if (end === undefined) throw await endedEarly(progress, head, lockTimeoutSeconds, ports);
  if (end.outcome !== 'committed')
    throw explainProgramEnd(end, ports.server, ready.path, progress.details);
  return {
    changed: true,
    releaseId,
    version: record.version,
    revision: record.revision,
    previous: current,
    changes: [...images].map(([service, to]) => ({
      service,
      from: ready.currentImages.get(service) ?? '',
      to,
    })),
    steps: progress.steps,
    journal: progress.journal,
    path: ready.path,
  };
}
