import { githubContext } from '../../src/adapters/github-context.js';
import { ociRegistry } from '../../src/adapters/oci-registry.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { registryAccount } from '../../src/apply/deploy-request.js';
import { waitForImage } from '../../src/apply/wait-for-image.js';
import { formatImageReference } from '../../src/plan/image-reference.js';
import { imagesToAwait } from '../../src/plan/images-to-await.js';
import { definition } from './definition.js';

/** Waits until the registry has every image of the release. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const { images, buildRun } = imagesToAwait(inputs.images, githubContext());
    const registry = ociRegistry(registryAccount(inputs));
    const wanted = { platforms: inputs.platforms ?? [], timeoutSeconds: inputs.timeout, buildRun };
    const ready = await reporter.group('Wait for the image', () =>
      Promise.all(
        images.map((image) => waitForImage({ image, ...wanted }, registry, systemClock, reporter)),
      ),
    );

    const pinned = ready.map(({ image, digest }) => formatImageReference({ ...image, digest }));
    reporter.output('image', pinned[0] ?? '');
    reporter.output('images', pinned.join('\n'));
    reporter.output('digest', ready[0]?.digest ?? '');
    reporter.output('platforms', ready[0]?.platforms.join(',') ?? '');
    reporter.output(
      'seconds-waited',
      Math.max(...ready.map(({ secondsWaited }) => secondsWaited)).toFixed(1),
    );
    reporter.output('attempts', String(ready.reduce((sum, { attempts }) => sum + attempts, 0)));
  });
}
