import { failure } from '../errors/index.js';
import type { DeployIntent } from './deploy-intent.js';
import type { ServerFacts } from './server-facts.js';

/** A server on which a deploy can run: what the probe saw, with Docker and Compose there. */
export interface ReadyServer extends ServerFacts {
  readonly compose: {
    readonly command: 'docker compose' | 'docker-compose';
    readonly version: string;
  };
}

const packageOf: Readonly<Record<string, string>> = {
  docker: 'docker.io',
  flock: 'util-linux',
  setsid: 'util-linux',
  tar: 'tar',
};

/**
 * Everything about the server that is known to make a deploy fail, found before any change.
 * @param host for messages
 * @throws {DeployKitError} one of the server's entries
 */
export function checkServer(facts: ServerFacts, host: string): ReadyServer {
  if (facts.missingTools.includes('docker'))
    throw failure('docker-missing', { host, user: facts.user });
  const [tool] = facts.missingTools;
  if (tool !== undefined)
    throw failure('server-tool-missing', {
      host,
      tool,
      user: facts.user,
      package: packageOf[tool] ?? tool,
    });
  const words = 'error' in facts.docker ? facts.docker.error : facts.engine;
  if (/podman/i.test(words)) throw failure('podman-unsupported', { host, message: words.trim() });
  if ('error' in facts.docker) {
    const message = facts.docker.error;
    if (/permission denied/i.test(message))
      throw failure('docker-permission-denied', {
        host,
        user: facts.user,
        message: facts.sudoError === undefined ? message : `${message} ${facts.sudoError}`,
      });
    throw failure('docker-not-running', { host, message });
  }
  if ('error' in facts.compose)
    throw failure('compose-missing', {
      host,
      'docker-version': facts.docker.version,
      message: facts.compose.error,
    });
  if (facts.pathError !== undefined)
    throw failure('path-not-writable', {
      host,
      path: facts.path,
      user: facts.user,
      message: facts.pathError,
    });
  return { ...facts, compose: facts.compose };
}

/**
 * What the Compose files need of the server and is not there.
 * @throws {DeployKitError} `server-tool-missing`, `network-missing`, `compose-refers-to-missing-file`
 */
export function checkProjectOnServer(
  {
    project,
    pathsOnServer,
    healthUrls,
  }: Pick<DeployIntent, 'project' | 'pathsOnServer' | 'healthUrls'>,
  facts: ServerFacts,
  host: string,
): void {
  if (healthUrls.length > 0 && !facts.canAskUrls)
    throw failure('server-tool-missing', {
      host,
      tool: 'curl',
      user: facts.user,
      package: 'curl',
    });
  const network = project.externalNetworks.find((name) => !facts.networks.has(name));
  if (network !== undefined)
    throw failure('network-missing', { network, host, 'compose-file': project.files.join(', ') });
  const missing = pathsOnServer.filter((path) => !facts.existing.has(path));
  if (missing.length > 0)
    throw failure('compose-refers-to-missing-file', {
      missing: missing.join(', '),
      path: facts.path,
    });
}
