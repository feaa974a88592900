import { connectRegistry } from '../../src/adapters/connect-registry.js';
import { githubContext } from '../../src/adapters/github-context.js';
import { octokitGitHub } from '../../src/adapters/octokit-github.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { waitForImage } from '../../src/apply/wait-for-image.js';
import { watchBuild } from '../../src/apply/watch-build.js';
import { formatImageReference } from '../../src/plan/image-reference.js';
import { imagesToAwait } from '../../src/plan/images-to-await.js';
import { mirrored } from '../../src/plan/mirror.js';
import { definition } from './definition.js';

/** Waits until the registry has every image of the release. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const { images: named, release } = imagesToAwait(inputs.images, context);
    const { platforms = [], mirror = [], timeout: timeoutSeconds, deep, revision } = inputs;
    const images = named.map((image) => mirrored(image, mirror));
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const ports = {
      registry: connectRegistry(inputs, images[0]),
      build: watchBuild(release, { github, clock: systemClock, reporter }),
      clock: systemClock,
      reporter,
    };
    const ready = await reporter.group('Wait for the image', () =>
      Promise.all(
        images.map((image) =>
          waitForImage({ image, platforms, revision, deep, timeoutSeconds }, ports),
        ),
      ),
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
