import { failure } from '../errors/index.js';
import { probe } from './shell/scripts.js';
import { parseServerFacts, type ServerFacts } from './plan/server-facts.js';
import { ConnectionLost } from '../ssh/host.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/** A server that needs longer to say what it is will not carry a deploy. */
const probeTimeoutSeconds = 60;

/**
 * Looks at the server, in one command and without any change.
 * @param paths relative to the deploy folder: whether they are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export async function probeServer(
  server: ServerConnection,
  path: string,
  paths: readonly string[],
): Promise<ServerFacts> {
  const host = await server.host();
  try {
    const { code, stdout, stderr } = await host.run(probe, [path, ...paths], {
      timeoutSeconds: probeTimeoutSeconds,
    });
    const facts = parseServerFacts(stdout);
    if (facts !== undefined) return facts;
    throw probeFailure(server, `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    server.drop();
    throw probeFailure(server, error.message);
  }
}

function probeFailure({ name, user }: ServerConnection, message: string): Error {
  return failure('probe-failed', { host: name, user, message });
}
