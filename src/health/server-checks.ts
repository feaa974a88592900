import { Readable } from 'node:stream';
import { curlConfiguration, isPlain, parseServerAnswer } from './plan/server-answer.js';
import {
  containerFault,
  internalPort,
  parseContainerLines,
  parsePortLines,
  type ServerPort,
} from './plan/server-containers.js';
import { engineSilence } from '../server/look-at.js';
import { ask, containers as containersScript } from '../server/shell/scripts.js';
import type { HttpProbe } from '../net/http-probe.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import type { HealthCheck } from './health-check.js';

/** Where the project is on the server, and how Docker is reached there. */
export interface ServerProject {
  readonly path: string;
  readonly composeCommand: string;
  /** How Docker is reached there. */
  readonly way: string;
}

/** Beyond the request's own limit: for the way there and back. */
const wayThereSeconds = 15;

/** Asks from the server itself. */
export function serverHttpProbe(
  server: ServerConnection,
  addresses: ReadonlyMap<string, string>,
  ipVersion: 0 | 4 | 6,
): HttpProbe {
  return {
    async ask(request) {
      const { url, timeoutSeconds } = request;
      const started = performance.now();
      const seconds = (): number => (performance.now() - started) / 1000;
      const how = isPlain(request) && addresses.size === 0 && ipVersion === 0 ? 'plain' : 'whole';
      try {
        const { stdout, stderr } = await server.whileReachable((host) =>
          host.run(ask, [String(timeoutSeconds), url.href, how], {
            stdin: Readable.from([curlConfiguration(request, addresses, ipVersion)]),
            timeoutSeconds: timeoutSeconds + wayThereSeconds,
          }),
        );
        const answer = parseServerAnswer(stdout, url, seconds());
        if (answer !== undefined) return answer;
        return failed(`the server said: ${stderr.trim().slice(0, 300)}`, seconds());
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error), seconds());
      }
    },
  };
}

function failed(message: string, seconds: number): Awaited<ReturnType<HttpProbe['ask']>> {
  return { kind: 'error', fault: 'other', message, isKnown: false, seconds };
}

/** Containers of the project that must run, be healthy and not restart. */
export function containersCheck(
  services: readonly string[],
  project: ServerProject,
  server: ServerConnection,
): HealthCheck {
  const names = services.length === 0 ? 'all services' : services.join(', ');
  const name = `the containers of ${names}`;
  const seen = new Map<string, number>();
  return {
    name,
    place: { host: server.name, name: server.name, port: '', expected: 'running and healthy' },
    async observe() {
      const started = performance.now();
      const seconds = (): number => (performance.now() - started) / 1000;
      try {
        const found = parseContainerLines(await runScript(project, server, 'containers'));
        if (found === undefined) throw new Error('the server did not say what runs');
        const fault = containerFault(found, services, seen);
        for (const { id, restarts } of found) if (!seen.has(id)) seen.set(id, restarts);
        return { fault, seconds: seconds() };
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return { fault: { kind: 'container', text }, seconds: seconds() };
      }
    },
  };
}

/** Why a refused URL of the server is refused, where its containers tell. */
export async function portFault(
  url: URL,
  project: ServerProject,
  server: ServerConnection,
): Promise<ReturnType<typeof internalPort>> {
  const ports: readonly ServerPort[] =
    parsePortLines(await runScript(project, server, 'ports')) ?? [];
  return internalPort(Number(url.port || (url.protocol === 'https:' ? 443 : 80)), ports);
}

async function runScript(
  { path, composeCommand, way }: ServerProject,
  server: ServerConnection,
  what: 'containers' | 'ports',
): Promise<string> {
  const args = [path, composeCommand, way, what];
  const answer = await server.whileReachable((host) =>
    host.run(containersScript, args, { timeoutSeconds: 60 }),
  );
  const silent = engineSilence(answer, server);
  if (silent !== undefined) throw silent;
  return answer.stdout;
}
