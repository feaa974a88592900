import { connectRegistry } from '../../src/connect/connect-registry.js';
import { runAction } from '../../src/connect/run-action.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { formatImageReference } from '../../src/image/image-reference.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { imagesToAwait } from '../../src/release/images-to-await.js';
import { awaitRelease, pinnedImages } from '../../src/wait/await-release.js';
import { definition } from './definition.js';

/** Waits until the registry has every image of the release. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const { platforms = [], timeout: timeoutSeconds, deep, revision } = inputs;
    const awaited = imagesToAwait(inputs.images, context, inputs.mirror);
    const ready = await awaitRelease(
      awaited,
      { platforms, revision, deep, timeoutSeconds },
      {
        registry: connectRegistry(inputs, awaited.images[0]),
        github: octokitGitHub(inputs.githubToken, context.apiUrl, systemClock),
        clock: systemClock,
        reporter,
      },
    );

    const pinned = pinnedImages(ready).map(formatImageReference);
    const [first] = ready;
    reporter.output('image', pinned[0] ?? '');
    reporter.output('images', pinned.join('\n'));
    reporter.output('digest', first?.digest ?? '');
    reporter.output('platforms', first?.platforms.join(',') ?? '');
    reporter.output('revision', first?.revision ?? '');
    reporter.output('created', first?.created ?? '');
    const seconds = Math.max(...ready.map(({ secondsWaited }) => secondsWaited));
    reporter.output('seconds-waited', seconds.toFixed(1));
    const attempts = ready.reduce((sum, image) => sum + image.attempts, 0);
    reporter.output('attempts', String(attempts));
  });
}
