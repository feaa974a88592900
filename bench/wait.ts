import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { silentReporter } from '../__tests__/support/reporters.js';
import { runBundle } from '../__tests__/support/run-bundle.js';
import { busyboxImage } from '../playground/hosts/base-images.js';
import { startRegistry, type Registry } from '../playground/hosts/registry.js';
import type { Stage } from '../playground/stage.js';
import { ociRegistry } from '../src/registry/outside/oci-registry.js';
import { waitForImage } from '../src/wait/wait-for-image.js';
import { unknownBuild } from '../src/wait/watch-build.js';
import type { Clock } from '../src/local/clock.js';
import { figure, median, type Figure } from './measure.js';

/** When the image comes, in seconds after the wait begins. */
const arrivals = [2, 30, 120];

/** Waits for each arrival, side by side: chance decides how soon a poll comes after the push. */
const waiters = 5;

/** What scripts do: a request every five seconds. */
const scriptPauseSeconds = 5;

/**
 * From "push finished" to "seen", and the requests that were spent, against a script that polls every
 * five seconds; then the memory of a wait of an hour.
 */
export async function waits(stage: Stage): Promise<readonly Figure[]> {
  const registry = await startRegistry(stage.engine);
  const counter = await countingFront(registry);
  const measured = await Promise.all(arrivals.map((after) => one(after, stage, counter)));
  counter.close();
  await registry.remove();
  return [...measured.flat(), await memory()];
}

async function one(after: number, stage: Stage, front: Front): Promise<readonly Figure[]> {
  const ours = Array.from({ length: waiters }, (_, index) => `ours-${after}-${index}`);
  const scripts = Array.from({ length: waiters }, (_, index) => `script-${after}-${index}`);
  const seen = (name: string, waiting: Promise<unknown>): Promise<[string, number]> =>
    waiting.then(() => [name, performance.now()]);
  const running = [
    ...ours.map((name) => seen(name, waitWithBundle(`${front.host}/${name}:v1`))),
    // Started a second apart: the image does not come in step with anybody's polls.
    ...scripts.map((name, index) =>
      seen(name, waitWithScript(`http://${front.host}/v2/${name}/manifests/v1`, index)),
    ),
  ];
  const pushed = new Map<string, number>();
  await new Promise((resolve) => setTimeout(resolve, after * 1000));
  for (const name of [...ours, ...scripts]) {
    await push(stage, `${front.registry.host}/${name}:v1`);
    pushed.set(name, performance.now());
  }
  const ends = new Map(await Promise.all(running));
  const delay = (names: readonly string[]): number =>
    median(names.map((name) => ((ends.get(name) ?? 0) - (pushed.get(name) ?? 0)) / 1000));
  const requests = (names: readonly string[]): number =>
    median(names.map((name) => front.requests(name)));
  const at = `an image that comes after ${after} s`;
  const every = `a request every ${scriptPauseSeconds} s`;
  return [
    figure(
      `${at}: seen after its push, against ${every}`,
      's',
      delay(ours),
      delay(scripts),
      after < 100 ? 2 : 4,
    ),
    figure(
      `${at}: requests, against ${every}`,
      'requests',
      requests(ours),
      requests(scripts),
      after < 30 ? 6 : 3,
    ),
  ];
}

async function waitWithBundle(image: string): Promise<void> {
  const inputs = { images: image, timeout: '5m', 'github-token': '' };
  const { code, log } = await runBundle('wait-for-image', { inputs });
  if (code !== 0) throw new Error(log);
}

async function waitWithScript(url: string, delaySeconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delaySeconds * 1000));
  const accept = 'application/vnd.docker.distribution.manifest.v2+json';
  while ((await fetch(url, { method: 'HEAD', headers: { accept } })).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, scriptPauseSeconds * 1000));
}

async function push({ engine }: Stage, reference: string): Promise<void> {
  await engine.must(['tag', busyboxImage, reference]);
  await engine.must(['push', '--quiet', reference]);
}

interface Front {
  readonly host: string;
  readonly registry: Registry;
  requests(repository: string): number;
  close(): void;
}

/** Counts the requests for each repository on their way to the registry. */
async function countingFront(registry: Registry): Promise<Front> {
  const counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const name = /^\/v2\/([^/]+)\//.exec(incoming.url ?? '')?.[1] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const { method, headers } = incoming;
    const inner = request(`${registry.url}${incoming.url ?? ''}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    registry,
    requests: (repository) => counts.get(repository) ?? 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The heap after an hour of waiting, against after its first minutes: real requests, time that jumps. */
async function memory(): Promise<Figure> {
  const server = createServer((_, response) => {
    const error = { code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' };
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [error] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const image = {
    registry: `127.0.0.1:${port}`,
    repository: 'acme/api',
    tag: 'v1',
    digest: undefined,
  };
  const ports = {
    registry: ociRegistry({}),
    build: unknownBuild,
    clock: jumpingClock(),
    reporter: silentReporter,
  };
  const heapAfter = async (timeoutSeconds: number): Promise<number> => {
    await waitForImage({ image, platforms: [], timeoutSeconds }, ports).catch(() => undefined);
    collectGarbage();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const early = await heapAfter(300);
  const late = await heapAfter(3600);
  server.close();
  return figure('heap after a wait of an hour, against five minutes', 'MiB', late, early, 1.05);
}

function jumpingClock(): Clock {
  let now = 0;
  return {
    now: () => new Date(now),
    sleep: (seconds) => {
      now += seconds * 1000;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
