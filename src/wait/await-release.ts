import type { GitHub } from '../github/github.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { Registry } from '../registry/registry.js';
import type { AwaitedImages } from '../release/images-to-await.js';
import type { ImageWait } from './look-for-image.js';
import { waitForImages, type ReadyImage } from './wait-for-image.js';
import { watchingBuild } from './watch-build.js';

/** What makes every image of a release ready. */
export type ReleaseWait = Omit<ImageWait, 'image'>;

/** What waiting for a release takes. */
export interface ReleaseWaitPorts {
  readonly registry: Registry;
  readonly github: Pick<GitHub, 'run'>;
  readonly clock: Clock;
  readonly reporter: Reporter;
}

/**
 * Waits until the registry has every image of the release, or the run that builds them has failed.
 * @throws {DeployKitError} as `waitForImage`
 */
export function awaitRelease(
  { images, release }: AwaitedImages,
  wait: ReleaseWait,
  ports: ReleaseWaitPorts,
): Promise<readonly ReadyImage[]> {
  return ports.reporter.group('Wait for the image', () =>
    watchingBuild(release, ports, (build) =>
      waitForImages(
        images.map((image) => ({ image, ...wait })),
        { ...ports, build },
      ),
    ),
  );
}

/** The images that were found, each by tag and digest. */
export function pinnedImages(ready: readonly ReadyImage[]): readonly ImageReference[] {
  return ready.map(({ image, digest }) => ({ ...image, digest }));
}
