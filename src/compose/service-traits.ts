import { serviceDependencies, type Dependencies } from './dependencies.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { isYes } from './referenced-paths.js';
import { serviceMounts, type ServiceMounts } from './stores.js';

/** What decides how a service can be switched to a new release. */
export interface ServiceTraits extends Dependencies {
  /** Why two of its containers can't run side by side, as the rest of a sentence; `undefined` where they can. */
  readonly singleton: string | undefined;
  /** What its containers write in. */
  readonly mounts: ServiceMounts;
  /** Whether its file says that two of its containers may write there at the same time. */
  readonly mayRunTwice: boolean;
  /** How many containers it has. */
  readonly replicas: number;
  /** The name that its file gives its container. */
  readonly containerName: string | undefined;
  /** Whether the engine starts it again after a restart of the server. */
  readonly restarts: boolean;
  /** Whether its file says that it runs to its end: nothing starts it again, and no port leads to it. */
  readonly ends: boolean;
  /** Whether the file gives it a healthcheck; its image may have one of its own. */
  readonly healthcheck: boolean;
  /** What it takes of the server's own ports. */
  readonly ports: readonly PublishedPort[];
}

/** Ports of the server that lead to a service. */
export interface PublishedPort {
  /** The address of the server that they are bound to; empty: all of them. */
  readonly address: string;
  readonly first: number;
  readonly last: number;
  readonly protocol: 'tcp' | 'udp';
}

/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/, …/deploy/
 */
export function serviceTraits(service: Mapping): ServiceTraits {
  const ports = list(service.ports).flatMap((port) => publishedPort(port) ?? []);
  return {
    ...serviceDependencies(service),
    containerName: containerName(service),
    singleton: singletonReason(service),
    mounts: serviceMounts(service),
    mayRunTwice: updateOrder(service) === 'start-first' || replicasOf(service) > 1,
    replicas: replicasOf(service),
    restarts: restartsOf(service),
    ends: saysNo(service) && ports.length === 0,
    healthcheck: hasHealthcheck(service.healthcheck),
    ports,
  };
}

// Restarts after a failure alone do not bring a service back after a reboot of the server.
// Source: https://docs.docker.com/engine/containers/start-containers-automatically/
function restartsOf({ restart, deploy }: Mapping): boolean {
  if (restart !== undefined) return restart === 'always' || restart === 'unless-stopped';
  const policy = mapping(deploy).restart_policy;
  return isMapping(policy) && (policy.condition === undefined || policy.condition === 'any');
}

// YAML of old takes `no` for false.
function saysNo({ restart, deploy }: Mapping): boolean {
  if (restart !== undefined) return restart === 'no' || restart === false;
  const policy = mapping(deploy).restart_policy;
  return isMapping(policy) && policy.condition === 'none';
}

function hasHealthcheck(healthcheck: unknown): boolean {
  if (!isMapping(healthcheck) || isYes(healthcheck.disable)) return false;
  const { test } = healthcheck;
  return !(test === 'NONE' || (Array.isArray(test) && test[0] === 'NONE'));
}

function singletonReason(service: Mapping): string | undefined {
  const port = list(service.ports).map(publishedPort).find(Boolean);
  if (port !== undefined)
    return `it publishes the port ${portWords(port)}, which only one container can have`;
  const name = containerName(service);
  if (name !== undefined) return `its \`container_name\` ${name} can be given only once`;
  const mode = service.network_mode;
  // A container of the project is one for each container that shares its network.
  if (typeof mode === 'string' && !/^(bridge|none|service:.*)$/.test(mode))
    return `\`network_mode: ${mode}\` shares its ports with others`;
  const networks = isMapping(service.networks) ? Object.values(service.networks) : [];
  if (networks.some((network) => isMapping(network) && hasAddress(network)))
    return 'it has a fixed address';
  if (updateOrder(service) === 'stop-first') return '`deploy.update_config.order` is `stop-first`';
  return undefined;
}

function containerName(service: Mapping): string | undefined {
  return typeof service.container_name === 'string' ? service.container_name : undefined;
}

function updateOrder(service: Mapping): unknown {
  return mapping(mapping(service.deploy).update_config).order;
}

// `HOST:CONTAINER`, `IP:HOST:CONTAINER`, with ranges and `/udp`; a container port alone gets any free port.
function publishedPort(port: unknown): PublishedPort | undefined {
  if (isMapping(port)) {
    const { published, host_ip: address, protocol } = port;
    const fixed = typeof published === 'number' || typeof published === 'string';
    return fixed
      ? portRange(typeof address === 'string' ? address : '', String(published), protocol)
      : undefined;
  }
  const [, address = '', host, protocol] =
    /^(?:(.*):)?([^:/]+):[^:/]+(?:\/(\w+))?$/.exec(String(port)) ?? [];
  return host === undefined ? undefined : portRange(address, host, protocol);
}

/** `8080`, `8080-8083` */
export function portWords({ first, last }: PublishedPort): string {
  if (Number.isNaN(first)) return 'of a variable';
  return first === last ? String(first) : `${first}-${last}`;
}

function portRange(address: string, ports: string, protocol: unknown): PublishedPort | undefined {
  const [first = 0, last = first] = ports.split('-').map(Number);
  // A port that only a variable of the server tells still can be taken only once.
  if (first === 0) return undefined;
  const bound = address.replace(/^\[(.*)\]$/, '$1');
  return { address: bound, first, last, protocol: protocol === 'udp' ? 'udp' : 'tcp' };
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
