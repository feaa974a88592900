import { isMapping, type Mapping } from './load-compose-file.js';

/** Ports of the server that lead to a service. */
export interface PublishedPort {
  /** The address of the server that they are bound to; empty: all of them. */
  readonly address: string;
  readonly first: number;
  readonly last: number;
  readonly protocol: 'tcp' | 'udp';
}

/**
 * The ports of the server that a service of a merged model publishes.
 * Source: https://docs.docker.com/reference/compose-file/services/#ports
 */
export function publishedPorts({ ports }: Mapping): readonly PublishedPort[] {
  const given: readonly unknown[] = Array.isArray(ports) ? ports : [];
  return given.flatMap((port) => publishedPort(port) ?? []);
}

/** `8080`, `8080-8083` */
export function portWords({ first, last }: PublishedPort): string {
  if (Number.isNaN(first)) return 'of a variable';
  return first === last ? String(first) : `${first}-${last}`;
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

function portRange(address: string, ports: string, protocol: unknown): PublishedPort | undefined {
  const [first = 0, last = first] = ports.split('-').map(Number);
  // A port that only a variable of the server tells still can be taken only once.
  if (first === 0) return undefined;
  const bound = address.replace(/^\[(.*)\]$/, '$1');
  return { address: bound, first, last, protocol: protocol === 'udp' ? 'udp' : 'tcp' };
}
