import { unknownValue } from './interpolate.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import type { PublishedPort } from './published-ports.js';
import { serviceMounts } from './stores.js';

/** Something that only one container of a server can have. */
export interface Claim {
  readonly kind: 'port' | 'name' | 'address' | 'device' | 'network' | 'store';
  /**
   * A port is `ADDRESS/PORT/PROTOCOL`: without an address it is all of them, `*` is one that only the server knows. A store
   * is the name of a volume, without the project's where that begins with it, or a folder (`./data`: of the project), with
   * blanks as `%20`; `*` is one that only the server knows.
   */
  readonly value: string;
}

/** More of them in one line of a file are no service's own. */
const mostPorts = 1000;

/**
 * What a service of a merged model claims.
 * @param ports those that it publishes
 * @param volumes the model's, with their names
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
export function serviceClaims(
  service: Mapping,
  ports: readonly PublishedPort[],
  volumes: unknown,
): readonly Claim[] {
  const networks = isMapping(service.networks) ? Object.values(service.networks) : [];
  const devices: readonly unknown[] = Array.isArray(service.devices) ? service.devices : [];
  return [
    ...ports.flatMap(portClaims),
    ...claim('name', service.container_name),
    ...networks.flatMap((network) =>
      isMapping(network)
        ? [...claim('address', network.ipv4_address), ...claim('address', network.ipv6_address)]
        : [],
    ),
    ...devices.flatMap((device) =>
      claim('device', isMapping(device) ? device.source : String(device).replace(/:.*$/, '')),
    ),
    ...(service.network_mode === 'host' ? claim('network', 'host') : []),
    ...serviceMounts(service).stores.flatMap(({ source, path }) =>
      storeClaim(path === undefined ? volumeName(source, volumes) : `./${path}`),
    ),
  ];
}

function storeClaim(place: string): readonly Claim[] {
  return claim('store', place.includes(unknownValue) ? '*' : place.replaceAll(/\s+/g, '%20'));
}

function volumeName(source: string, volumes: unknown): string {
  const volume = isMapping(volumes) ? volumes[source] : undefined;
  return isMapping(volume) && typeof volume.name === 'string' ? volume.name : source;
}

function claim(kind: Claim['kind'], value: unknown): readonly Claim[] {
  return typeof value === 'string' && /^\S+$/.test(value) ? [{ kind, value }] : [];
}

function portClaims({ address, first, last, protocol }: PublishedPort): readonly Claim[] {
  if (Number.isNaN(first)) return [{ kind: 'port', value: `${address}/*/${protocol}` }];
  const count = Math.min(last - first + 1, mostPorts);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'port',
    value: `${address}/${first + index}/${protocol}`,
  }));
}
