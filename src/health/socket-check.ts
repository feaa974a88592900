import type { SocketAnswer, SocketProbe } from '../net/socket-probe.js';
import type { HealthCheck, Observation } from './health-check.js';
import { checkPlace } from './http-check.js';

/** A TCP port that must accept connections. */
export function tcpCheck(
  { host, port, timeoutSeconds }: { host: string; port: number; timeoutSeconds: number },
  probe: SocketProbe,
): HealthCheck {
  const address = `${host}:${port}`;
  return {
    name: `tcp://${address}`,
    place: { host: address, name: host, port: String(port), expected: 'an open port' },
    observe: async () => observation(await probe.tcp(host, port, timeoutSeconds)),
  };
}

/** A WebSocket that must open. */
export function webSocketCheck(
  {
    url,
    headers,
    timeoutSeconds,
  }: { url: URL; headers: ReadonlyMap<string, string>; timeoutSeconds: number },
  probe: SocketProbe,
): HealthCheck {
  return {
    name: url.href,
    place: checkPlace(url, 'a WebSocket that opens'),
    observe: async () => observation(await probe.webSocket(url, headers, timeoutSeconds)),
  };
}

function observation(answer: SocketAnswer): Observation {
  const { seconds } = answer;
  switch (answer.kind) {
    case 'open':
      return { fault: undefined, seconds };
    case 'refused':
      return { fault: { kind: 'websocket', text: answer.message }, seconds };
    case 'error':
      return {
        fault: {
          kind: answer.fault,
          text: answer.message,
          ...(answer.isKnown ? { isFinal: true } : {}),
        },
        seconds,
      };
  }
}
