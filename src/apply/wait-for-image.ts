import { DeployKitError, failure } from '../errors/index.js';
import { pollPause } from '../plan/back-off.js';
import { formatImageReference, type ImageReference } from '../plan/image-reference.js';
import { samePlatform } from '../plan/manifest.js';
import type { Clock } from '../ports/clock.js';
import type { Registry, RemoteImage } from '../ports/registry.js';
import type { Reporter } from '../ports/reporter.js';

export interface ImageWait {
  readonly image: ImageReference;
  /** Platforms that the image must have; empty: any. */
  readonly platforms: readonly string[];
  readonly timeoutSeconds: number;
  /** The run that should have built it, for the error; empty when it is not known. */
  readonly buildRun: string;
}

export interface ReadyImage {
  readonly image: ImageReference;
  readonly digest: string;
  readonly platforms: readonly string[];
  readonly secondsWaited: number;
  /** How many times the registry was asked. */
  readonly attempts: number;
}

/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;

/**
 * Waits until the registry serves an image with the wanted platforms.
 * @throws {DeployKitError} `image-never-came`, `image-platform-missing`, and `registry-denied` at once:
 * waiting does not mend it
 */
export async function waitForImage(
  { image, platforms, timeoutSeconds, buildRun }: ImageWait,
  registry: Pick<Registry, 'find'>,
  clock: Clock,
  reporter: Reporter,
): Promise<ReadyImage> {
  const name = formatImageReference(image);
  const started = clock.now().getTime();
  const waited = (): number => (clock.now().getTime() - started) / 1000;
  let reported = 0;
  for (let attempts = 1; ; attempts++) {
    const answer = await ask(image, registry);
    if (answer.found !== undefined) {
      checkPlatforms(name, answer.found, platforms);
      reporter.info(
        `${name} is there: ${answer.found.digest} (${answer.found.platforms.join(', ')})`,
      );
      return { image, ...answer.found, secondsWaited: waited(), attempts };
    }
    const pause = pollPause(attempts, Math.random());
    if (waited() + pause > timeoutSeconds)
      throw failure('image-never-came', {
        image: name,
        seconds: Math.round(waited()),
        attempts,
        answer: answer.text,
        'build-run': buildRun === '' ? '' : `: ${buildRun}`,
      });
    if (attempts === 1 || waited() - reported >= reportEverySeconds - pause) {
      reported = waited();
      reporter.info(
        `${name}: ${answer.text}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`,
      );
    }
    await clock.sleep(pause);
  }
}

// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function ask(
  image: ImageReference,
  registry: Pick<Registry, 'find'>,
): Promise<{ found: RemoteImage | undefined; text: string }> {
  try {
    return { found: await registry.find(image), text: 'not there yet' };
  } catch (error) {
    if (!(error instanceof DeployKitError) || error.entry !== 'registry-unreachable') throw error;
    return { found: undefined, text: error.why };
  }
}

function checkPlatforms(image: string, found: RemoteImage, wanted: readonly string[]): void {
  const missing = wanted.find(
    (platform) => !found.platforms.some((available) => samePlatform(platform, available)),
  );
  if (missing !== undefined)
    throw failure('image-platform-missing', {
      image,
      platform: missing,
      available: found.platforms.join(', '),
    });
}
