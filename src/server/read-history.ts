import { lookAt } from './look-at.js';
import type { ReadyServer } from './plan/check-server.js';
import { parseHistory, type History } from './plan/history.js';
import { history } from './shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/**
 * Reads which releases the server has and what happened there.
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export function readHistory(
  server: ServerConnection,
  { path, sudo }: ReadyServer,
): Promise<History> {
  return lookAt(server, {
    script: history,
    args: [path, sudo ? 'yes' : ''],
    read: ({ stdout }) => parseHistory(stdout),
  });
}
