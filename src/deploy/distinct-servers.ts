import { failure } from '../errors/index.js';
import { lookAt } from '../server/look-at.js';
import { readFacts } from '../server/plan/server-facts.js';
import { identity } from '../server/shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/**
 * Connects to all servers of a deploy, side by side, before anything changes on any of them.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `hosts-same-server` when two addresses lead to the same folder; why one can't be reached
 */
export async function checkDistinct(
  servers: readonly ServerConnection[],
  path: string,
): Promise<void> {
  const looks = servers.map(
    async (server) => [await identityOf(server, path), server.address] as const,
  );
  const seen = new Map<string, string>();
  for (const result of await Promise.allSettled(looks)) {
    if (result.status === 'rejected') throw result.reason as Error;
    const [key, second] = result.value;
    const first = seen.get(key);
    if (first !== undefined) throw failure('hosts-same-server', { first, second, path });
    seen.set(key, second);
  }
}

/** What two addresses of one server have in common, and no two servers. */
function identityOf(server: ServerConnection, path: string): Promise<string> {
  return lookAt(server, {
    script: identity,
    args: [path],
    read: ({ stdout }) => readFacts(stdout).get('identity')?.[0],
  });
}
