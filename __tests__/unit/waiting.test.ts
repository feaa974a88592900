import { describe, expect, it } from '@jest/globals';
import { waitForImage } from '../../src/apply/wait-for-image.js';
import { failure } from '../../src/errors/index.js';
import type { Clock } from '../../src/ports/clock.js';
import type { RemoteImage } from '../../src/ports/registry.js';
import type { Reporter } from '../../src/ports/reporter.js';

/** Time that passes by being slept through. */
function quickClock(): Clock {
  let now = 0;
  return {
    now: () => new Date(now),
    sleep: (seconds) => {
      now += seconds * 1000;
      return Promise.resolve();
    },
  };
}

function listeningReporter(): { reporter: Reporter; lines: string[] } {
  const lines: string[] = [];
  const nothing = (): void => undefined;
  const info = (line: string): void => {
    lines.push(line);
  };
  const reporter = {
    group: (_: string, phase: () => Promise<never>) => phase(),
    info,
    openGroup: () => nothing,
    debug: nothing,
    warning: nothing,
    failed: nothing,
    mask: nothing,
    output: nothing,
    summary: nothing,
    saveState: nothing,
    exportVariable: nothing,
  };
  return { reporter, lines };
}

const image = { registry: 'ghcr.io', repository: 'acme/api', tag: 'v1', digest: undefined };
const found: RemoteImage = { digest: `sha256:${'a'.repeat(64)}`, platforms: ['linux/amd64'] };
const wait = { image, platforms: [], timeoutSeconds: 300, buildRun: 'https://x/1' };

describe('waitForImage', () => {
  it('waits through absence and outages, and shows a sign of life every 15 s', async () => {
    let asked = 0;
    const registry = {
      find: () => {
        asked += 1;
        if (asked === 3)
          return Promise.reject(
            failure('registry-unreachable', { registry: 'ghcr.io', message: 'down' }),
          );
        return Promise.resolve(asked < 20 ? undefined : found);
      },
    };
    const { reporter, lines } = listeningReporter();
    const ready = await waitForImage(wait, registry, quickClock(), reporter);
    expect(ready).toMatchObject({ digest: found.digest, attempts: 20 });
    const seconds = lines.flatMap((line) => /waiting \((\d+) s/.exec(line)?.[1] ?? []).map(Number);
    expect(seconds.length).toBeGreaterThan(5);
    for (const [index, at] of seconds.entries())
      expect(at - (seconds[index - 1] ?? 0)).toBeLessThanOrEqual(15);
  });

  it('gives up in time, within 40 requests', async () => {
    let asked = 0;
    const registry = {
      find: () => {
        asked += 1;
        return Promise.resolve(undefined);
      },
    };
    await expect(
      waitForImage(wait, registry, quickClock(), listeningReporter().reporter),
    ).rejects.toMatchObject({
      entry: 'image-never-came',
      fix: expect.stringContaining('https://x/1'),
    });
    expect(asked).toBeLessThanOrEqual(40);
  });

  it('does not wait for what cannot change', async () => {
    const denied = failure('registry-denied', { registry: 'r', image: 'i', status: 403, who: 'w' });
    const clock = quickClock();
    await expect(
      waitForImage(
        wait,
        { find: () => Promise.reject(denied) },
        clock,
        listeningReporter().reporter,
      ),
    ).rejects.toBe(denied);
    expect(clock.now().getTime()).toBe(0);
    await expect(
      waitForImage(
        { ...wait, platforms: ['linux/arm64'] },
        { find: () => Promise.resolve(found) },
        clock,
        listeningReporter().reporter,
      ),
    ).rejects.toMatchObject({ entry: 'image-platform-missing' });
  });
});
