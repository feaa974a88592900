import { failure } from '../errors/index.js';
import { parseHistory, type History } from '../plan/history.js';
import { history } from '../plan/server/scripts.js';
import type { ServerConnection } from '../ports/server-connection.js';

const historyTimeoutSeconds = 60;

/**
 * Reads which releases the server has and what happened there, without any change.
 * @param path the deploy folder, absolute
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export async function readHistory(server: ServerConnection, path: string): Promise<History> {
  const host = await server.host();
  const { code, stdout, stderr } = await host.run(history, [path], {
    timeoutSeconds: historyTimeoutSeconds,
  });
  const read = parseHistory(stdout);
  if (read !== undefined) return read;
  const message = `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`;
  throw failure('probe-failed', { host: server.name, user: server.user, message });
}
