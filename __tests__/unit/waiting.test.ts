import { describe, expect, it } from '@jest/globals';
import { waitForImage, waitForImages, type WaitPorts } from '../../src/wait/wait-for-image.js';
import { unknownBuild, watchingBuild, type BuildWatch } from '../../src/wait/watch-build.js';
import { failure } from '../../src/errors/index.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { RetryAfter, type Registry } from '../../src/registry/registry.js';
import type { ImageDescription, RemoteImage } from '../../src/image/remote-image.js';
import { listeningReporter } from '../support/reporters.js';
import { virtualClock } from '../support/virtual-clock.js';

const image = { registry: 'ghcr.io', repository: 'acme/api', tag: 'latest', digest: undefined };
const digest = `sha256:${'a'.repeat(64)}`;
const found: RemoteImage = { digest, platforms: ['linux/amd64'] };
const wait = { image, platforms: [], timeoutSeconds: 300 };
const revision = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';

/** A registry whose answers to the attempts, from 1, are given. */
function registryWith(
  answer: (attempt: number) => RemoteImage | undefined,
  description: (attempt: number) => ImageDescription = () => ({
    labels: new Map(),
    created: undefined,
    healthcheck: false,
  }),
  missing: (attempt: number) => readonly string[] = () => [],
): Registry {
  let requests = 0;
  return {
    find: () => {
      requests += 1;
      return new Promise((resolve) => {
        resolve(answer(requests));
      });
    },
    describe: () => Promise.resolve(description(requests)),
    size: () => Promise.resolve(undefined),
    missingBlobs: () => Promise.resolve(missing(requests)),
    addTag: () => Promise.reject(new Error('a wait tags nothing')),
    get requests() {
      return requests;
    },
  };
}

function portsWith(
  registry: Registry,
  build: BuildWatch = unknownBuild,
): WaitPorts & {
  readonly lines: string[];
} {
  return { registry, build, clock: virtualClock(), ...listeningReporter() };
}

describe('waitForImage', () => {
  it('waits through absence and outages, and shows a sign of life every 15 s', async () => {
    const ports = portsWith(
      registryWith((attempt) => {
        if (attempt === 3)
          throw failure('registry-unreachable', { registry: 'ghcr.io', message: 'down' });
        return attempt < 20 ? undefined : found;
      }),
    );
    expect(await waitForImage(wait, ports)).toMatchObject({ digest, attempts: 20 });
    const seconds = ports.lines
      .flatMap((line) => /waiting \((\d+) s/.exec(line)?.[1] ?? [])
      .map(Number);
    expect(seconds.length).toBeGreaterThan(5);
    for (const [index, at] of seconds.entries())
      expect(at - (seconds[index - 1] ?? 0)).toBeLessThanOrEqual(15);
  });

  it('gives up in time, within 40 requests', async () => {
    const ports = portsWith(
      registryWith(() => undefined),
      { ...unknownBuild, url: 'https://x/1' },
    );
    await expect(waitForImage(wait, ports)).rejects.toMatchObject({
      entry: 'image-never-came',
      fix: expect.stringContaining('https://x/1'),
    });
    expect(ports.registry.requests).toBeLessThanOrEqual(40);
    expect(ports.clock.now().getTime()).toBeLessThanOrEqual(300_000);
  });

  it('comes back no sooner than the registry asks', async () => {
    const asked: number[] = [];
    const ports = portsWith(
      registryWith((attempt) => {
        asked.push(ports.clock.now().getTime() / 1000);
        if (attempt === 1)
          throw failure(
            'registry-unreachable',
            { registry: 'ghcr.io', message: 'It answered 429' },
            { cause: new RetryAfter(42) },
          );
        return found;
      }),
    );
    await waitForImage(wait, ports);
    expect(asked).toEqual([0, 42]);
  });

  it('does not take an older build under the same tag for the new one', async () => {
    const described = (label: string | undefined): ImageDescription => ({
      labels: new Map(label === undefined ? [] : [['org.opencontainers.image.revision', label]]),
      healthcheck: false,
      created: '2026-01-01T00:00:00Z',
    });
    const ports = portsWith(
      registryWith(
        () => found,
        (attempt) => described(attempt < 4 ? 'f'.repeat(40) : revision),
      ),
    );
    const ready = await waitForImage({ ...wait, revision: revision.slice(0, 7) }, ports);
    expect(ready).toMatchObject({ attempts: 4, revision, created: '2026-01-01T00:00:00Z' });
    expect(ports.lines.join()).toContain(`it was built from ${'f'.repeat(40)}, not 1a2b3c4`);

    const unlabelled = portsWith(
      registryWith(
        () => found,
        () => described(undefined),
      ),
    );
    await expect(waitForImage({ ...wait, revision }, unlabelled)).rejects.toMatchObject({
      entry: 'image-stale',
      why: expect.stringContaining('it has no label org.opencontainers.image.revision'),
    });
  });

  it('waits for a platform of a tag, and not of a digest', async () => {
    const arm = { ...wait, platforms: ['linux/arm64'] };
    const both = { digest, platforms: ['linux/amd64', 'linux/arm64/v8'] };
    const ports = portsWith(registryWith((attempt) => (attempt < 3 ? found : both)));
    expect(await waitForImage(arm, ports)).toMatchObject({ attempts: 3 });

    const fixed = portsWith(registryWith(() => found));
    await expect(
      waitForImage({ ...arm, image: { ...image, digest } }, fixed),
    ).rejects.toMatchObject({ entry: 'image-platform-missing' });
    expect(fixed.clock.now().getTime()).toBe(0);
  });

  it('waits for the layers where asked to', async () => {
    const layers = (attempt: number): readonly string[] => (attempt < 3 ? ['sha256:b'] : []);
    const registry = (): Registry => registryWith(() => found, undefined, layers);
    expect(await waitForImage({ ...wait, deep: true }, portsWith(registry()))).toMatchObject({
      attempts: 3,
    });
    expect(await waitForImage(wait, portsWith(registry()))).toMatchObject({ attempts: 1 });
  });

  it('does not wait for what cannot change', async () => {
    const denied = failure('registry-denied', {
      registry: 'r',
      image: 'i',
      who: 'w',
      message: 'm',
      remedy: 'r',
    });
    const ports = portsWith(
      registryWith(() => {
        throw denied;
      }),
    );
    await expect(waitForImage(wait, ports)).rejects.toBe(denied);
    expect(ports.clock.now().getTime()).toBe(0);
  });
});

describe('watchingBuild', () => {
  const release = releaseOfRun(
    {
      sha: revision,
      ref: 'refs/heads/main',
      repository: 'acme/api',
      runId: 7,
      runUrl: 'https://github.com/acme/api/actions/runs/7',
      actor: 'ada',
    },
    '11111111-2222',
    new Date(0),
  );

  const missing = (): Registry => registryWith(() => undefined);

  it.each(['failure', 'cancelled', 'timed_out'])(
    'ends the wait soon after the build ended with %s',
    async (conclusion) => {
      const clock = virtualClock();
      const asked: number[] = [];
      const github = {
        run: () => {
          asked.push(clock.now().getTime() / 1000);
          return Promise.resolve({
            ...run,
            conclusion: asked.length < 4 ? undefined : conclusion,
          });
        },
      };
      const ports = { github, clock, ...listeningReporter() };
      await expect(
        watchingBuild(release, ports, (build) =>
          waitForImage(wait, { ...ports, registry: missing(), build }),
        ),
      ).rejects.toMatchObject({
        entry: 'image-build-ended',
        title: expect.stringContaining(conclusion),
        why: expect.stringContaining('actions/runs/7'),
      });
      expect(asked).toEqual([0, 15, 30, 45]);
      expect(clock.now().getTime() / 1000).toBe(45);
    },
  );

  it('takes an image that the build pushed before it failed', async () => {
    const registry = registryWith((attempt) => (attempt < 2 ? undefined : found));
    const github = { run: () => Promise.resolve({ ...run, conclusion: 'failure' }) };
    const ports = { github, clock: virtualClock(), ...listeningReporter() };
    const ready = await watchingBuild(release, ports, (build) =>
      waitForImage(wait, { ...ports, registry, build }),
    );
    expect(ready.digest).toBe(digest);
  });

  it('is given up where the token may not look; the wait goes on', async () => {
    let asked = 0;
    const github = {
      run: () => {
        asked += 1;
        return Promise.reject(
          failure('github-request-refused', { status: 403, request: 'GET', message: 'no' }),
        );
      },
    };
    const ports = { github, clock: virtualClock(), ...listeningReporter() };
    await expect(
      watchingBuild(release, ports, (build) =>
        waitForImage(wait, { ...ports, registry: missing(), build }),
      ),
    ).rejects.toMatchObject({ entry: 'image-never-came' });
    expect(asked).toBe(1);
  });

  it('is never waited for: a GitHub that does not answer holds nothing up', async () => {
    let given: AbortSignal | undefined;
    const github = {
      run: (_repository: string, _id: number, signal?: AbortSignal) => {
        given = signal;
        return new Promise<never>((_, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        });
      },
    };
    const clock = virtualClock();
    const registry = missing();
    const ports = { github, clock, ...listeningReporter() };
    await expect(
      watchingBuild(release, ports, (build) =>
        waitForImage({ ...wait, timeoutSeconds: 10 }, { ...ports, registry, build }),
      ),
    ).rejects.toMatchObject({ entry: 'image-never-came' });
    expect(registry.requests).toBeGreaterThan(4);
    expect(clock.now().getTime() / 1000).toBeLessThan(10);
    expect(given?.aborted).toBe(true);
  });
});

describe('waitForImages', () => {
  it('ends the other waits when one image is refused', async () => {
    const refused = { ...image, repository: 'acme/secret' };
    const registry = registryWith(() => undefined);
    const find: Registry['find'] = (reference) =>
      reference.repository === 'acme/secret'
        ? Promise.reject(new Error('refused'))
        : registry.find(reference);
    const clock = virtualClock();
    const waits = [wait, { ...wait, image: refused }];
    const ports = portsWith({ ...registry, find });
    await expect(waitForImages(waits, { ...ports, clock })).rejects.toThrow('refused');
    // Time stands still where nobody sleeps any more.
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(clock.now().getTime()).toBe(0);
  });
});

const run = { id: 7, url: '', workflow: 'build', title: 'build', status: 'completed' };
