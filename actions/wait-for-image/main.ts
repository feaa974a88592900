import { connectRegistry } from '../../src/connect/connect-registry.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { waitForImages } from '../../src/wait/wait-for-image.js';
import { watchingBuild } from '../../src/wait/watch-build.js';
import { formatImageReference } from '../../src/image/image-reference.js';
import { imagesToAwait } from '../../src/release/images-to-await.js';
import { mirrored } from '../../src/image/mirror.js';
import { definition } from './definition.js';

/** Waits until the registry has every image of the release. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const { images: named, release } = imagesToAwait(inputs.images, context);
    const { platforms = [], mirror = [], timeout: timeoutSeconds, deep, revision } = inputs;
    const images = named.map((image) => mirrored(image, mirror));
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const ports = { github, clock: systemClock, reporter };
    const registry = connectRegistry(inputs, images[0]);
    const waits = images.map((image) => ({ image, platforms, revision, deep, timeoutSeconds }));
    const ready = await reporter.group('Wait for the image', () =>
      watchingBuild(release, ports, (build) => waitForImages(waits, { ...ports, registry, build })),
    );

    const pinned = ready.map(({ image, digest }) => formatImageReference({ ...image, digest }));
    const [first] = ready;
    reporter.output('image', pinned[0] ?? '');
    reporter.output('images', pinned.join('\n'));
    reporter.output('digest', first?.digest ?? '');
    reporter.output('platforms', first?.platforms.join(',') ?? '');
    reporter.output('revision', first?.revision ?? '');
    reporter.output('created', first?.created ?? '');
    reporter.output(
      'seconds-waited',
      Math.max(...ready.map(({ secondsWaited }) => secondsWaited)).toFixed(1),
    );
    reporter.output('attempts', String(ready.reduce((sum, { attempts }) => sum + attempts, 0)));
  });
}
