import { isMapping, type Mapping } from './load-compose-file.js';

/** What decides how a service can be switched to a new release. */
export interface ServiceTraits {
  /** Why two of its containers can't run side by side, as the rest of a sentence; `undefined` where they can. */
  readonly singleton: string | undefined;
  /** How many containers it has. */
  readonly replicas: number;
  /** Its services that Compose starts before it. */
  readonly dependsOn: readonly string[];
  /** The services that must have run to their end before it. */
  readonly dependsOnEndOf: readonly string[];
}

/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/, …/deploy/
 */
export function serviceTraits(service: Mapping): ServiceTraits {
  const dependencies = service.depends_on;
  const conditions = isMapping(dependencies) ? Object.entries(dependencies) : [];
  return {
    singleton: singletonReason(service),
    replicas: replicasOf(service),
    dependsOn: Array.isArray(dependencies)
      ? dependencies.map(String)
      : conditions.map(([name]) => name),
    dependsOnEndOf: conditions.flatMap(([name, dependency]) =>
      isMapping(dependency) && dependency.condition === 'service_completed_successfully'
        ? name
        : [],
    ),
  };
}

function singletonReason(service: Mapping): string | undefined {
  const port = list(service.ports).map(publishedPort).find(Boolean);
  if (port !== undefined) return `it publishes the port ${port}, which only one container can have`;
  if (typeof service.container_name === 'string')
    return `its \`container_name\` ${service.container_name} can be given only once`;
  if (typeof service.network_mode === 'string' && service.network_mode !== 'bridge')
    return `\`network_mode: ${service.network_mode}\` shares its ports with others`;
  const networks = isMapping(service.networks) ? Object.values(service.networks) : [];
  if (networks.some((network) => isMapping(network) && hasAddress(network)))
    return 'it has a fixed address';
  const deploy = mapping(service.deploy);
  if (mapping(deploy.update_config).order === 'stop-first')
    return '`deploy.update_config.order` is `stop-first`';
  return undefined;
}

// `HOST:CONTAINER`, `IP:HOST:CONTAINER`; a container port alone gets any free port of the host.
function publishedPort(port: unknown): string | undefined {
  if (isMapping(port)) {
    const { published } = port;
    const fixed = typeof published === 'number' || typeof published === 'string';
    return fixed && String(published) !== '' && String(published) !== '0'
      ? String(published)
      : undefined;
  }
  const [, host] = /^(?:.*:)?([^:]+):[^:]+$/.exec(String(port)) ?? [];
  return host;
}

function hasAddress(network: Mapping): boolean {
  return network.ipv4_address !== undefined || network.ipv6_address !== undefined;
}

function replicasOf(service: Mapping): number {
  const given = mapping(service.deploy).replicas ?? service.scale;
  const number = Number(given ?? 1);
  return Number.isInteger(number) && number >= 0 ? number : 1;
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
