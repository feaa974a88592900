import { failure, type DeployKitError } from '../../errors/index.js';
import type { ComposeProject } from '../../compose/compose-project.js';
import { dockerWayWords, isOwnEngine } from './docker-way.js';
import type { ServerFacts } from './server-facts.js';

/** A server on which a deploy can run: what the probe saw, with Docker and Compose there. */
export interface ReadyServer extends ServerFacts {
  readonly compose: {
    readonly command: 'docker compose' | 'docker-compose';
    readonly version: string;
  };
}

/** One thing that every deploy needs of its server. */
export interface ServerRequirement {
  readonly name: string;
  /** The requirement without which this one can't be looked at. */
  readonly needs?: string;
  /** What is wrong; `undefined` when it is met. */
  readonly problem: (facts: ServerFacts, host: string) => DeployKitError | undefined;
  /** What was seen where it is met. */
  readonly seen: (facts: ServerFacts) => string;
}

/** Every requirement, in the order in which a deploy names the first that is not met. */
export const serverRequirements: readonly ServerRequirement[] = [
  {
    name: 'docker',
    problem: dockerProblem,
    seen: (facts) =>
      `Docker ${'version' in facts.docker ? facts.docker.version : ''}${dockerWayWords(facts)}`,
  },
  {
    name: 'tools',
    problem: ({ missingTools, user }, host) => {
      const tool = missingTools.find((name) => name !== 'docker');
      return tool === undefined ? undefined : toolMissing(host, user, tool);
    },
    seen: () => 'flock, setsid, tar, timeout',
  },
  {
    name: 'compose',
    needs: 'docker',
    problem: ({ compose, docker }, host) =>
      'error' in compose
        ? failure('compose-missing', {
            host,
            'docker-version': 'version' in docker ? docker.version : '',
            message: compose.error,
          })
        : undefined,
    seen: ({ compose }) => ('error' in compose ? '' : `${compose.command} ${compose.version}`),
  },
  {
    name: 'deploy folder',
    problem: ({ pathError, path, user }, host) =>
      pathError === undefined
        ? undefined
        : failure('path-not-writable', { host, path, user, message: pathError }),
    seen: ({ path }) => `${path} can be written`,
  },
];

const packageOf: Readonly<Record<string, string>> = {
  flock: 'util-linux',
  setsid: 'util-linux',
  timeout: 'coreutils',
};

function toolMissing(host: string, user: string, tool: string): DeployKitError {
  return failure('server-tool-missing', { host, tool, user, package: packageOf[tool] ?? tool });
}

function dockerProblem(facts: ServerFacts, host: string): DeployKitError | undefined {
  const { docker, engine, user, sudoError, missingTools } = facts;
  if (missingTools.includes('docker')) return failure('docker-missing', { host, user });
  const words = 'error' in docker ? docker.error : engine;
  if (/podman/i.test(words)) return failure('podman-unsupported', { host, message: words.trim() });
  if (facts.contextError !== undefined)
    return failure('docker-context-missing', { host, user, message: facts.contextError });
  if (!isOwnEngine(facts))
    return failure('docker-endpoint-unsupported', {
      host,
      user,
      endpoint: facts.dockerHost,
      by: facts.dockerBy,
    });
  if (!('error' in docker)) return undefined;
  const message = docker.error;
  return /permission denied/i.test(message)
    ? failure('docker-permission-denied', {
        host,
        user,
        message: sudoError === undefined ? message : `${message} ${sudoError}`,
      })
    : failure('docker-not-running', { host, message });
}

/**
 * Everything about the server that is known to make a deploy fail, found before any change.
 * @param host for messages
 * @throws {DeployKitError} one of the server's entries
 */
export function checkServer(facts: ServerFacts, host: string): ReadyServer {
  for (const { problem } of serverRequirements) {
    const found = problem(facts, host);
    if (found !== undefined) throw found;
  }
  // The requirement `compose` is met.
  return facts as ReadyServer;
}

/** Whether Docker, Compose and the tools are there, whatever else may be wrong. */
export function canRunCompose(facts: ServerFacts): facts is ReadyServer {
  return !('error' in facts.docker || 'error' in facts.compose || facts.missingTools.length > 0);
}

/** The part of a deploy that its server must have something for. */
export interface ServerNeeds {
  readonly project: ComposeProject;
  /** Paths that the Compose files need and the checkout lacks: the server must have them. */
  readonly pathsOnServer: readonly string[];
  /** What the server itself asks for before the release counts as healthy. */
  readonly healthUrls: readonly string[];
}

/**
 * What the Compose files and inputs need of the server and is not there: `server-tool-missing`,
 * `network-missing`, `volume-missing`, `compose-refers-to-missing-file`.
 */
export function projectProblems(
  { project, pathsOnServer, healthUrls }: ServerNeeds,
  facts: ServerFacts,
  host: string,
): readonly DeployKitError[] {
  const file = project.files.join(', ');
  const missing = pathsOnServer.filter((path) => !facts.existing.has(path));
  return [
    ...(healthUrls.length > 0 && !facts.canAskUrls ? [toolMissing(host, facts.user, 'curl')] : []),
    ...project.externalNetworks
      .filter((name) => !facts.networks.has(name))
      .map((network) => failure('network-missing', { network, host, 'compose-file': file })),
    ...project.externalVolumes
      .filter((name) => !facts.volumes.has(name))
      .map((volume) => failure('volume-missing', { volume, host, 'compose-file': file })),
    ...(missing.length > 0
      ? [
          failure('compose-refers-to-missing-file', {
            missing: missing.join(', '),
            path: facts.path,
          }),
        ]
      : []),
  ];
}

/**
 * The same, for a deploy, which is not begun then.
 * @throws {DeployKitError} the first of the problems
 */
export function checkProjectOnServer(needs: ServerNeeds, facts: ServerFacts, host: string): void {
  const [first] = projectProblems(needs, facts, host);
  if (first !== undefined) throw first;
}
