import { serviceClaims, type Claim } from './claims.js';
import { serviceDependencies, type Dependencies } from './dependencies.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { isYes } from './yes-or-no.js';
import { portWords, publishedPorts, type PublishedPort } from './published-ports.js';
import { serviceMounts, type ServiceMounts } from './stores.js';
import { serviceWaits, type ServiceWaits } from './waits.js';

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
  /** How long Compose may have to wait for it. */
  readonly waits: ServiceWaits;
  /** Whether the engine starts it again after a restart of the server. */
  readonly restarts: boolean;
  /** Whether its file says that it runs to its end: nothing starts it again, and no port leads to it. */
  readonly ends: boolean;
  /** Whether the file gives it a healthcheck; its image may have one of its own. */
  readonly healthcheck: boolean;
  /** What it takes of the server's own ports. */
  readonly ports: readonly PublishedPort[];
  /** What only one container of the server can have. */
  readonly claims: readonly Claim[];
}

/**
 * Reads them from a service of a merged model.
 * @param volumes the model's
 * Source: https://docs.docker.com/reference/compose-file/services/, …/deploy/
 */
export function serviceTraits(service: Mapping, volumes: unknown): ServiceTraits {
  const ports = publishedPorts(service);
  return {
    ...serviceDependencies(service),
    containerName: containerName(service),
    singleton: singletonReason(service),
    mounts: serviceMounts(service),
    mayRunTwice: updateOrder(service) === 'start-first' || replicasOf(service) > 1,
    replicas: replicasOf(service),
    waits: serviceWaits(service),
    restarts: restartsOf(service),
    ends: saysNo(service) && ports.length === 0,
    healthcheck: hasHealthcheck(service.healthcheck),
    ports,
    claims: serviceClaims(service, ports, volumes),
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
  const [port] = publishedPorts(service);
  if (port !== undefined)
    return `it publishes the port ${portWords(port)}, which only one container can have`;
  const name = containerName(service);
  if (name !== undefined) return `its \`container_name\` ${name} can be given only once`;
  const mode = service.network_mode;
  // A container of the project is one for each container that shares its network.
  if (typeof mode === 'string' && !/^(bridge|none|service:.*)$/.test(mode))
    return `\`network_mode: ${mode}\` shares its ports with others`;
  const networks = isMapping(service.networks) ? Object.values(service.networks) : [];
  if ([service, ...networks].some((network) => isMapping(network) && hasAddress(network)))
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

function hasAddress(network: Mapping): boolean {
  return ['ipv4_address', 'ipv6_address', 'mac_address'].some((key) => network[key] !== undefined);
}

function replicasOf(service: Mapping): number {
  const given = mapping(service.deploy).replicas ?? service.scale;
  const number = Number(given ?? 1);
  return Number.isInteger(number) && number >= 0 ? number : 1;
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}
