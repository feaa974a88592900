import { failure, type DeployKitError } from '../errors/index.js';
import type { Inputs } from '../inputs/index.js';
import type { verifyInputs } from './verify-inputs.js';
import type { HttpExpectation } from './plan/http-expectation.js';
import type { Target, UrlDefaults, UrlTarget } from './plan/target.js';
import type { HttpProbe } from '../net/http-probe.js';
import type { Processes } from '../local/processes.js';
import type { SocketProbe } from '../net/socket-probe.js';
import { bothChecks } from './both-checks.js';
import { commandCheck } from './command-check.js';
import { explainingRefusals } from './explain-refusals.js';
import type { HealthCheck } from './health-check.js';
import { httpCheck } from './http-check.js';
import { pageCheck } from './page-check.js';
import { containersCheck, serverHttpProbe } from './server-checks.js';
import { tcpCheck, webSocketCheck } from './socket-check.js';
import type { Patience } from './verify-health.js';
import type { VerifiedServer } from './verified-server.js';

export interface VerificationPorts {
  readonly http: HttpProbe;
  readonly sockets: SocketProbe;
  readonly processes: Processes;
  readonly server: VerifiedServer | undefined;
}

type VerifyInputs = Inputs<typeof verifyInputs>;

/** How patient the inputs are. */
export function patienceOf(inputs: VerifyInputs): Patience {
  return {
    successes: inputs.successes,
    intervalSeconds: inputs.interval,
    timeoutSeconds: inputs.timeout,
    failFast: inputs.failFast,
    soakSeconds: inputs.soak,
    maxFailures: inputs.maxFailures,
  };
}

/**
 * What the inputs want to be healthy.
 * @param revision the commit that must answer
 */
export function targetsOf(
  urls: readonly URL[],
  inputs: VerifyInputs,
  revision: string,
): readonly Target[] {
  const expected: HttpExpectation = {
    statuses: inputs.expectStatus,
    contains: inputs.expectBody === undefined ? [] : [inputs.expectBody],
    matches: undefined,
    json: new Map(),
    headers: new Map(),
    revision: inputs.expectRevision && { ...inputs.expectRevision, revision },
    maxLatencySeconds: undefined,
    tlsMinDays: inputs.tlsMinDays,
  };
  const { redirects, from } = inputs;
  const defaults: UrlDefaults = { expected, redirects, from };
  const simple = urls.map((url): Target => ({
    kind: 'url',
    url,
    method: 'GET',
    headers: new Map(),
    body: undefined,
    ...defaults,
  }));
  return [...simple, ...(inputs.targets ?? []).map((target) => target(defaults))];
}

/**
 * The checks of those targets.
 * @throws {DeployKitError} `verify-needs-server` when one is seen from the server and that is not known
 */
export async function checksOf(
  targets: readonly Target[],
  inputs: VerifyInputs,
  ports: VerificationPorts,
): Promise<readonly HealthCheck[]> {
  return Promise.all(targets.map((target) => checkOf(target, inputs, ports)));
}

async function checkOf(
  target: Target,
  inputs: VerifyInputs,
  { http, sockets, processes, server }: VerificationPorts,
): Promise<HealthCheck> {
  const { requestTimeout: timeoutSeconds } = inputs;
  switch (target.kind) {
    case 'url':
    case 'page': {
      const make = target.kind === 'page' ? pageCheck : httpCheck;
      const seenFrom = (from: 'runner' | 'host', probe: HttpProbe): HealthCheck => {
        const check = make({ ...target, request: requestOf(target, timeoutSeconds) }, probe);
        return explainingRefusals(check, target.url, from, server);
      };
      if (target.from === 'runner') return seenFrom('runner', http);
      if (server === undefined) throw needsServer(target.url.href);
      const version = ({ any: 0, '4': 4, '6': 6 } as const)[inputs.ipVersion];
      const there = serverHttpProbe(server.connection, inputs.resolve ?? new Map(), version);
      const inside = seenFrom('host', there);
      return target.from === 'host' ? inside : bothChecks(seenFrom('runner', http), inside);
    }
    case 'websocket':
      return webSocketCheck({ ...target, timeoutSeconds }, sockets);
    case 'tcp':
      return tcpCheck({ ...target, timeoutSeconds }, sockets);
    case 'command':
      return commandCheck({ ...target, timeoutSeconds }, processes);
    case 'containers':
      if (server === undefined) throw needsServer('the containers');
      return containersCheck(target.services, await server.project(), server.connection);
  }
}

function needsServer(target: string): DeployKitError {
  return failure('verify-needs-server', { target });
}

function requestOf(
  { url, method, headers, body }: UrlTarget,
  timeoutSeconds: number,
): Parameters<HttpProbe['ask']>[0] {
  return { url, method, headers, body, timeoutSeconds };
}

/** Header values that are secrets whatever else they are; the runner knows of those that it was given. */
export function secretsIn(targets: readonly Target[]): readonly string[] {
  return targets.flatMap((target) =>
    'headers' in target
      ? [...target.headers].flatMap(([name, value]) =>
          /authorization|cookie|token|secret|key/i.test(name) ? value : [],
        )
      : [],
  );
}
