import { failure } from '../errors/index.js';
import type { ProgramPorts } from '../server/program-ports.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { hostReporter } from './host-reporter.js';
import { takeBack, type RejectedRelease } from './take-back.js';

/**
 * Restores what ran before a release on each of its servers, and ends in the error that says so. Where there is
 * nothing to take back, it ends well.
 * @throws {DeployKitError} `release-rejected` when all is restored, or why that failed
 */
export async function rejectRelease(
  rejected: RejectedRelease,
  servers: readonly ServerConnection[],
  ports: Omit<ProgramPorts, 'server'>,
): Promise<void> {
  const results = await Promise.allSettled(
    servers.map((server) => {
      const reporter =
        servers.length === 1 ? ports.reporter : hostReporter(ports.reporter, server.name);
      return takeBack(rejected, { ...ports, server, reporter });
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason as Error;
  const [live] = results.flatMap((result) =>
    result.status === 'fulfilled' && result.value !== undefined ? [result.value] : [],
  );
  if (live === undefined) return;
  throw failure(
    'release-rejected',
    { release: rejected.releaseId, reason: rejected.reason },
    { hostState: { state: 'restored', release: live || 'what ran before the first deploy' } },
  );
}
