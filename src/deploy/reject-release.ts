import { DeployKitError, failure } from '../errors/index.js';
import type { ProgramPorts } from '../server/program-ports.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { hostReporter } from './host-reporter.js';
import { renderHosts, type HostOutcome } from './plan/hosts-table.js';
import { takeBack, type RejectedRelease } from './take-back.js';

/** A server of a rejected release, and what `takeBack` said there. */
interface HostEnd {
  readonly host: string;
  readonly result: PromiseSettledResult<string | undefined>;
}

/**
 * Restores what ran before a release on each of its servers, and ends in the error that says so. Where there is
 * nothing to take back, it ends well.
 * @throws {DeployKitError} `release-rejected` when all is restored; why that failed, for several servers as
 * `hosts-not-restored`
 */
export async function rejectRelease(
  rejected: RejectedRelease,
  servers: readonly ServerConnection[],
  ports: Omit<ProgramPorts, 'server'>,
): Promise<void> {
  const alone = servers.length === 1;
  const ends = await Promise.all(
    servers.map(async (server): Promise<HostEnd> => {
      const reporter = alone ? ports.reporter : hostReporter(ports.reporter, server.name);
      const work = takeBack(rejected, { ...ports, server, reporter });
      const [result] = await Promise.allSettled([work]);
      return { host: server.name, result };
    }),
  );
  if (!alone) ports.reporter.summary(renderHosts(rejected.version, ends.map(outcome)));
  const failed = ends.flatMap(({ host, result }) =>
    result.status === 'rejected' ? [{ host, error: result.reason as unknown }] : [],
  );
  const [first] = failed;
  if (first !== undefined) throw alone ? first.error : notRestored(ends, failed);
  const restored = ends.flatMap(({ host, result }) =>
    result.status === 'fulfilled' && result.value !== undefined
      ? [{ host, live: result.value || 'what ran before the first deploy' }]
      : [],
  );
  const [one, ...others] = restored;
  if (one === undefined) return;
  const release = [one, ...others].every(({ live }) => live === one.live)
    ? one.live
    : restored.map(({ host, live }) => `${live} on ${host}`).join(', ');
  throw failure(
    'release-rejected',
    { release: rejected.releaseId, reason: rejected.reason },
    { hostState: { state: 'restored', release } },
  );
}

function outcome({ host, result }: HostEnd): HostOutcome {
  if (result.status === 'rejected') {
    const { reason } = result as { readonly reason: unknown };
    const detail = reason instanceof Error ? reason.message : String(reason);
    return { host, state: 'not restored', detail };
  }
  if (result.value === undefined)
    return { host, state: 'unchanged', detail: 'the release is not live there' };
  return { host, state: 'restored', detail: result.value || 'what ran before the first deploy' };
}

function notRestored(
  ends: readonly HostEnd[],
  failed: readonly { readonly host: string; readonly error: unknown }[],
): DeployKitError {
  const [known] = failed.flatMap(({ error }) => (error instanceof DeployKitError ? [error] : []));
  const outcomes = ends.map(outcome);
  return failure(
    'hosts-not-restored',
    {
      failed: failed.map(({ host }) => host).join(', '),
      count: ends.length,
      reasons: outcomes.map(({ host, state, detail }) => `${host}: ${state}: ${detail}`).join(' '),
      fix: known?.fix ?? '',
    },
    {
      details: known?.details ?? [],
      hostState: {
        state: 'unknown',
        why: `it may be the release on ${failed.map(({ host }) => host).join(', ')}.`,
      },
      cause: known,
    },
  );
}
