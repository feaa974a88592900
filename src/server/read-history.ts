import { failure } from '../errors/index.js';
import type { ReadyServer } from './plan/check-server.js';
import { parseHistory, type History } from './plan/history.js';
import { history } from './shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

const historyTimeoutSeconds = 60;

/**
 * Reads which releases the server has and what happened there, without any change.
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export async function readHistory(
  server: ServerConnection,
  { path, sudo }: ReadyServer,
): Promise<History> {
  const host = await server.host();
  const { code, stdout, stderr } = await host.run(history, [path, sudo ? 'yes' : ''], {
    timeoutSeconds: historyTimeoutSeconds,
  });
  const read = parseHistory(stdout);
  if (read !== undefined) return read;
  const message = `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`;
  throw failure('probe-failed', { host: server.name, user: server.user, message });
}
