import { lookAt } from './look-at.js';
import { probe } from './shell/scripts.js';
import { parseServerFacts, type ServerFacts } from './plan/server-facts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/**
 * Looks at all that a deploy needs of the server.
 * @param path the deploy folder as it was given
 * @param paths relative to the deploy folder: whether they are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export function probeServer(
  server: ServerConnection,
  path: string,
  paths: readonly string[],
): Promise<ServerFacts> {
  return lookAt(server, {
    script: probe,
    args: [path, ...paths],
    read: ({ stdout }) => parseServerFacts(stdout),
  });
}
