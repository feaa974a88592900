import { lookAt } from './look-at.js';
import type { ReadyServer } from './plan/check-server.js';
import { dockerWay } from './plan/docker-way.js';
import { parseHistory, type History } from './plan/history.js';
import { history } from './shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/**
 * Reads which releases the server has and what happened there.
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export function readHistory(server: ServerConnection, ready: ReadyServer): Promise<History> {
  return lookAt(server, {
    script: history,
    args: [ready.path, dockerWay(ready)],
    read: ({ stdout }) => parseHistory(stdout),
  });
}
