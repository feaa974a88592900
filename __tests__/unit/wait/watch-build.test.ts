import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../src/errors/index.js';
import type { Registry } from '../../../src/registry/registry.js';
import { releaseOfRun } from '../../../src/release/release-of-run.js';
import { waitForImage } from '../../../src/wait/wait-for-image.js';
import { watchingBuild } from '../../../src/wait/watch-build.js';
import { digest, found, revision, wait } from '../../support/awaited-image.js';
import { registryWith } from '../../support/registry-with.js';
import { listeningReporter } from '../../support/reporters.js';
import { virtualClock } from '../../support/virtual-clock.js';

const run = { id: 7, url: '', workflow: 'build', title: 'build', status: 'completed' };

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
