import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../src/errors/index.js';
import type { ImageDescription } from '../../../src/image/remote-image.js';
import { type Registry, RetryAfter } from '../../../src/registry/registry.js';
import { waitForImage, waitForImages, type WaitPorts } from '../../../src/wait/wait-for-image.js';
import { type BuildWatch, unknownBuild } from '../../../src/wait/watch-build.js';
import { awaited, digest, found, revision, wait } from '../../support/awaited-image.js';
import { registryWith } from '../../support/registry-with.js';
import { listeningReporter } from '../../support/reporters.js';
import { virtualClock } from '../../support/virtual-clock.js';

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
      volumes: [],
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
      waitForImage({ ...arm, image: { ...awaited, digest } }, fixed),
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

describe('waitForImages', () => {
  it('ends the other waits when one image is refused', async () => {
    const refused = { ...awaited, repository: 'acme/secret' };
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
