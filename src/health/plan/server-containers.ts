import type { Fault } from './fault.js';

/** A container of the project as the engine shows it. */
export interface ServerContainer {
  readonly service: string;
  readonly id: string;
  readonly state: string;
  /** `none` where it has no healthcheck. */
  readonly health: string;
  readonly restarts: number;
  readonly exitCode: number;
  /** Whether it may end: it is neither started again nor reached from outside. */
  readonly mayEnd: boolean;
  /** Whether it is of the live release: what else the project has is judged where it is named. */
  readonly isActive: boolean;
}

/** A port that something on the server listens to. */
export interface ServerPort {
  readonly service: string;
  readonly port: number;
  /** The ports of the server that lead to it. */
  readonly published: readonly number[];
}

/** Reads the lines of the script `containers`; `undefined` when the output is not whole. */
export function parseContainerLines(output: string): readonly ServerContainer[] | undefined {
  const lines = linesOf(output, 'container');
  return lines?.map((line) => {
    const [service = '', id = '', state = '', health = '', ...rest] = line.split('|');
    const [restarts, exitCode, policy = '', ports, part] = rest;
    const lasts = /^(always|unless-stopped)$/.test(policy) || Number(ports) !== 0;
    return {
      ...{ service, id, state, health, mayEnd: part === 'once' || !lasts },
      isActive: part !== 'other',
      restarts: Number(restarts),
      exitCode: Number(exitCode),
    };
  });
}

/** The same for its ports. */
export function parsePortLines(output: string): readonly ServerPort[] | undefined {
  const lines = linesOf(output, 'port');
  return lines?.map((line) => {
    const [service = '', port = '', published = ''] = line.split('|');
    return {
      service: service.replace(/^\//, ''),
      port: Number.parseInt(port, 10),
      published: [...new Set(published.trim().split(/\s+/).map(Number))].filter((one) => one > 0),
    };
  });
}

function linesOf(output: string, key: string): readonly string[] | undefined {
  const lines = output.split('\n');
  if (!lines.includes('end=yes')) return undefined;
  return lines.flatMap((line) => (line.startsWith(`${key}=`) ? line.slice(key.length + 1) : []));
}

/** What was seen of each container before: its id → how often it had restarted. */
export type SeenRestarts = ReadonlyMap<string, number>;

/**
 * What is wrong with the containers of some services: one that is missing, ended, unhealthy, still starting,
 * or that restarted since it was looked at first.
 * @param services empty: those of the live release
 */
export function containerFault(
  containers: readonly ServerContainer[],
  services: readonly string[],
  seen: SeenRestarts,
): Fault | undefined {
  const missing = services.find((name) => !containers.some(({ service }) => service === name));
  if (missing !== undefined)
    return { kind: 'container', text: `the service ${missing} has no container` };
  if (containers.length === 0) return { kind: 'container', text: 'the project has no container' };
  for (const { service, id, state, health, restarts, exitCode, mayEnd, isActive } of containers) {
    if (services.length > 0 ? !services.includes(service) : !isActive) continue;
    const fault = (text: string): Fault => ({
      kind: 'container',
      text: `the service ${service} ${text}`,
    });
    if (restarts > (seen.get(id) ?? restarts)) return fault(`restarts (${restarts} times so far)`);
    // One that did its work and ended is no failure, unless it was named. The healthcheck of its image is for others.
    if (state === 'exited' && exitCode === 0 && mayEnd && !services.includes(service)) continue;
    if (state !== 'running') return fault(`is ${state} (status ${exitCode})`);
    if (health !== 'none' && health !== 'healthy') return fault(`says "${health}"`);
  }
  return undefined;
}

/**
 * Why nothing answers at a port of the server: a container listens to it, and it is not published.
 * @returns `undefined` when that is not the reason
 */
export function internalPort(port: number, ports: readonly ServerPort[]): Fault | undefined {
  const inside = ports.find((one) => one.port === port && !one.published.includes(port));
  if (inside === undefined || ports.some(({ published }) => published.includes(port)))
    return undefined;
  const open = ports
    .flatMap(({ service, port: to, published }) =>
      published.map((one) => `${one} (${service}, its port ${to})`),
    )
    .join(', ');
  return {
    kind: 'port-internal',
    text: `${inside.service} listens to ${port} inside its container alone; published on the server: ${open === '' ? 'nothing' : open}`,
    isFinal: true,
  };
}
