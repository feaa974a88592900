import { DeployKitError, failure } from '../errors/index.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import type { ProgramSettings } from '../server/plan/plan.js';
import { renderHosts, type HostOutcome } from './plan/hosts-table.js';
import type { Reporter } from '../local/reporter.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { deployCompose, type Deployment } from './deploy-compose.js';
import { hostReporter } from './host-reporter.js';
import { rejectRelease } from './reject-release.js';
import type { ProgramPorts } from '../server/run-program.js';

/** A server of a deploy to several, with what became of it. */
interface HostRun {
  readonly server: ServerConnection;
  result?: PromiseSettledResult<Deployment>;
  /** Why what ran before did not come back. */
  notRestored?: string;
}

/** One release for several servers, and what a restore records of it. */
export interface HostsRelease {
  readonly version: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly lockTimeoutSeconds: number;
  readonly settings: ProgramSettings;
  /** Brings it onto one of them; the first is done when the others begin. */
  readonly deploy: (ports: ProgramPorts, isFirst: boolean) => Promise<Deployment>;
}

/** A deploy as such: only the first server migrates. */
export function hostsDeploy(intent: DeployIntent, path: string): HostsRelease {
  return {
    ...intent,
    path,
    deploy: (ports, isFirst) =>
      deployCompose(isFirst ? intent : { ...intent, migration: undefined }, path, ports),
  };
}

/**
 * One release onto several servers: the first alone, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several
 */
export async function deployHosts(
  release: HostsRelease,
  servers: readonly ServerConnection[],
  maxParallel: number,
  ports: Omit<ProgramPorts, 'server'>,
): Promise<Deployment> {
  const [first, ...others] = servers.map((server): HostRun => ({ server }));
  if (first === undefined) throw new RangeError('no server to deploy to');
  if (others.length === 0) return release.deploy({ ...ports, server: first.server }, true);
  const runs = [first, ...others];
  for (const batch of [[first], ...chunks(others, maxParallel)]) {
    await Promise.all(
      batch.map(async (run) => {
        const reporter = hostReporter(ports.reporter, run.server.name);
        const work = release.deploy({ ...ports, server: run.server, reporter }, run === first);
        [run.result] = await Promise.allSettled([work]);
      }),
    );
    if (batch.some(({ result }) => result?.status === 'rejected')) {
      await restoreSwitched(runs, release, ports);
      ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
      throw hostsFailed(runs);
    }
  }
  ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
  if (first.result?.status !== 'fulfilled') throw new Error('the first server has no result');
  const changed = runs.some(({ result }) => result?.status === 'fulfilled' && result.value.changed);
  return { ...first.result.value, changed };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

async function restoreSwitched(
  runs: readonly HostRun[],
  release: HostsRelease,
  ports: Omit<ProgramPorts, 'server'>,
): Promise<void> {
  await Promise.all(
    runs.map(async (run) => {
      if (run.result?.status !== 'fulfilled' || !run.result.value.changed) return;
      const rejection = {
        ...release,
        release: run.result.value.releaseId,
        reason: 'Another server of the same deploy failed.',
        lockTimeout: release.lockTimeoutSeconds,
      };
      const reporter = hostReporter(ports.reporter, run.server.name);
      try {
        await rejectRelease(rejection, { ...ports, server: run.server, reporter });
      } catch (error) {
        // That is how it says that it has done so.
        if (!(error instanceof DeployKitError) || error.entry !== 'release-rejected')
          run.notRestored = error instanceof DeployKitError ? error.why : String(error);
      }
    }),
  );
}

function outcome({ server: { name: host }, result, notRestored }: HostRun): HostOutcome {
  if (result === undefined) return { host, state: 'not tried', detail: '' };
  if (result.status === 'rejected') {
    const { reason } = result as { readonly reason: unknown };
    const detail =
      reason instanceof DeployKitError ? `${reason.title}: ${reason.why}` : String(reason);
    return { host, state: 'failed', detail };
  }
  const { changed, releaseId } = result.value;
  if (notRestored !== undefined) return { host, state: 'not restored', detail: notRestored };
  return { host, state: changed ? 'live' : 'unchanged', detail: releaseId };
}

function hostsFailed(runs: readonly HostRun[]): DeployKitError {
  const outcomes = runs.map(outcome);
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const cause = runs.find(({ result }) => result?.status === 'rejected')?.result;
  const error = cause?.status === 'rejected' ? (cause.reason as unknown) : undefined;
  const known = error instanceof DeployKitError ? error : undefined;
  const lost = outcomes.filter(({ state }) => state === 'not restored');
  return failure(
    'hosts-failed',
    {
      failed: failed.map(({ host }) => host).join(', '),
      count: runs.length,
      reasons: failed.map(({ host, detail }) => `${host}: ${detail}`).join(' '),
      fix: known?.fix ?? '',
    },
    {
      details: known?.details ?? [],
      hostState:
        lost.length === 0 && known?.hostState.state !== 'unknown'
          ? { state: 'restored', release: 'what each server ran before' }
          : {
              state: 'unknown',
              why: `not restored: ${[...lost, ...failed].map(({ host }) => host).join(', ')}.`,
            },
      cause: error,
    },
  );
}

/** Works with several servers and closes every connection afterwards. */
export async function withServers<Result>(
  servers: readonly ServerConnection[],
  work: (servers: readonly ServerConnection[]) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(servers);
  } finally {
    for (const server of servers) server.drop();
  }
}

/**
 * Restores what ran before a release on each of several servers.
 * @throws {DeployKitError} the first one's word: `release-rejected` when all is restored
 */
export async function rejectOnHosts(
  rejection: Parameters<typeof rejectRelease>[0],
  servers: readonly ServerConnection[],
  ports: Omit<ProgramPorts, 'server'>,
): Promise<void> {
  const reporterOf = (server: ServerConnection): Reporter =>
    servers.length === 1 ? ports.reporter : hostReporter(ports.reporter, server.name);
  const results = await Promise.allSettled(
    servers.map((server) =>
      rejectRelease(rejection, { ...ports, server, reporter: reporterOf(server) }),
    ),
  );
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  const isRestored = (reason: unknown): boolean =>
    reason instanceof DeployKitError && reason.entry === 'release-rejected';
  const worst = reasons.find((reason) => !isRestored(reason)) ?? reasons[0];
  if (worst !== undefined) throw worst as Error;
}
