import { checksOf, patienceOf, secretsIn, targetsOf } from '../health/verification-request.js';
import { verifiedServer } from '../health/verified-server.js';
import type { Verification } from '../health/verify-release.js';
import type { verifyInputs } from '../health/verify-inputs.js';
import type { Inputs } from '../inputs/index.js';
import type { Reporter } from '../local/reporter.js';
import { execProcesses } from '../local/outside/exec-processes.js';
import { nodeHttpProbe } from '../net/outside/node-http-probe.js';
import { nodeSocketProbe } from '../net/outside/node-socket-probe.js';
import { rejectedVariable, verifiedVariable } from '../release/provisional.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { networkOf } from './network-of.js';

/** The server that a project is on, and its deploy folder as it was given. */
export interface ProjectServer {
  readonly connection: ServerConnection;
  readonly path: string;
}

/**
 * What the inputs want to be healthy, and how it is looked at; masks the secrets among it.
 * @param revision the commit that must answer
 */
export function connectVerification(
  inputs: Inputs<typeof verifyInputs> & { readonly urls: readonly URL[] },
  revision: string,
  server: ProjectServer | undefined,
  reporter: Reporter,
): Omit<Verification, 'release'> {
  const targets = targetsOf(inputs.urls, inputs, revision);
  for (const secret of secretsIn(targets)) reporter.mask(secret);
  const network = networkOf(inputs);
  const ports = {
    http: nodeHttpProbe(network),
    sockets: nodeSocketProbe(network),
    processes: execProcesses,
    server: server && verifiedServer(server.connection, server.path),
  };
  return {
    checks: () => checksOf(targets, inputs, ports),
    patience: patienceOf(inputs),
    verified: process.env[verifiedVariable] ?? '',
    rejected: process.env[rejectedVariable] ?? '',
  };
}
