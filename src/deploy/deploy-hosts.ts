import { DeployKitError, failure, hasLeftNothing } from '../errors/index.js';
import type { ProgramSettings } from '../server/plan/program-head.js';
import { renderHosts, type HostOutcome } from './plan/hosts-table.js';
import type { RegistryLogin } from './plan/registry-login.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import type { ProgramPorts } from '../server/program-ports.js';
import type { Deployment } from './deployment.js';
import { checkDistinct } from './distinct-servers.js';
import { hostReporter } from './host-reporter.js';
import { takeBack } from './take-back.js';

/** A server of a deploy to several, with what became of it. */
interface HostRun {
  readonly server: ServerConnection;
  result?: PromiseSettledResult<Deployment>;
  /** Whether what ran before is known to run again, after a deploy that did not say so. */
  repaired?: boolean;
  /** Why what ran before did not come back. */
  notRestored?: string;
}

/** One release for several servers, and what a restore records of it. */
export interface HostsRelease {
  readonly releaseId: string;
  readonly version: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly settings: ProgramSettings;
  readonly login: RegistryLogin | undefined;
  /** Brings it onto one of them; the first is done when the others begin. */
  readonly deploy: (ports: ProgramPorts, isFirst: boolean) => Promise<Deployment>;
}

/**
 * One release onto several servers: the first alone, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * Before the first change all of them were reached, and no two are the same.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several once something may have changed
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
  await checkDistinct(servers, release.path);
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
    // Another job brings the newer one to all of them.
    if (batch.some(({ result }) => result?.status === 'fulfilled' && result.value.gaveWay)) break;
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
      if (!mayHaveIt(run)) return;
      const rejected = { ...release, reason: 'Another server of the same deploy failed.' };
      const reporter = hostReporter(ports.reporter, run.server.name);
      try {
        await takeBack(rejected, { ...ports, server: run.server, reporter });
        run.repaired = true;
      } catch (error) {
        run.notRestored = error instanceof DeployKitError ? error.why : String(error);
      }
    }),
  );
}

/** Whether the release is live on a server, or its deploy there has not said that it is not. */
function mayHaveIt({ result }: HostRun): boolean {
  if (result === undefined) return false;
  return result.status === 'fulfilled' ? result.value.changed : !hasLeftNothing(result.reason);
}

function outcome({ server: { name: host }, result, repaired, notRestored }: HostRun): HostOutcome {
  if (result === undefined) return { host, state: 'not tried', detail: '' };
  if (result.status === 'rejected') {
    const lost = notRestored === undefined ? '' : ` Not restored: ${notRestored}`;
    const after = repaired === true ? ' What ran before runs there.' : lost;
    const { reason } = result as { readonly reason: unknown };
    const words =
      reason instanceof DeployKitError ? `${reason.title}: ${reason.why}` : String(reason);
    return { host, state: 'failed', detail: `${words}${after}` };
  }
  const { changed, gaveWay, releaseId } = result.value;
  if (notRestored !== undefined) return { host, state: 'not restored', detail: notRestored };
  const untouched = gaveWay ? 'gave way' : 'unchanged';
  return { host, state: changed ? 'live' : untouched, detail: releaseId };
}

function hostsFailed(runs: readonly HostRun[]): DeployKitError {
  const outcomes = runs.map(outcome);
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const cause = runs.find(({ result }) => result?.status === 'rejected')?.result;
  const error = cause?.status === 'rejected' ? (cause.reason as unknown) : undefined;
  const known = error instanceof DeployKitError ? error : undefined;
  const open = runs.filter((run) => mayHaveIt(run) && run.repaired !== true);
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
        open.length === 0
          ? { state: 'restored', release: 'what each server ran before' }
          : {
              state: 'unknown',
              why: `not restored: ${open.map(({ server, notRestored = '' }) => `${server.name} (${notRestored})`).join(', ')}.`,
            },
      cause: error,
    },
  );
}
