import { checkServer } from '../server/plan/check-server.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { dockerWay } from '../server/plan/docker-way.js';
import { probeServer } from '../server/probe-server.js';
import type { ServerProject } from './server-checks.js';

/** The server that the project runs on, where it is known. */
export interface VerifiedServer {
  readonly connection: ServerConnection;
  /** Where the project is, for checks that need it. */
  readonly project: () => Promise<ServerProject>;
}

/**
 * The server that a project is on; it is looked at when a check first needs that.
 * @param path the deploy folder as it was given
 */
export function verifiedServer(connection: ServerConnection, path: string): VerifiedServer {
  let found: Promise<ServerProject> | undefined;
  const look = async (): Promise<ServerProject> => {
    const facts = checkServer(await probeServer(connection, path, []), connection.name);
    return { path: facts.path, composeCommand: facts.compose.command, way: dockerWay(facts) };
  };
  return { connection, project: () => (found ??= look()) };
}
