import { failure } from '../errors/index.js';
import { pollPause } from '../local/plan/back-off.js';
import { formatImageReference, type ImageReference } from '../image/image-reference.js';
import type { Clock } from '../local/clock.js';
import type { Registry } from '../registry/registry.js';
import type { Reporter } from '../local/reporter.js';
import { allOrAbort } from '../local/all-or-abort.js';
import type { BuildWatch } from './watch-build.js';
import { type ImageState, label, type ImageWait, lookForImage } from './look-for-image.js';

export interface ReadyImage {
  readonly image: ImageReference;
  readonly digest: string;
  readonly platforms: readonly string[];
  /** The commit that it was built from, where it says so. */
  readonly revision: string | undefined;
  /** When it was built, as an ISO 8601 time, where it says so. */
  readonly created: string | undefined;
  readonly secondsWaited: number;
  /** How many times the image was looked for. */
  readonly attempts: number;
}

export interface WaitPorts {
  readonly registry: Registry;
  /** The run that should push the image. */
  readonly build: BuildWatch;
  readonly clock: Clock;
  readonly reporter: Reporter;
}

/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;

/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
export function waitForImages(
  waits: readonly ImageWait[],
  ports: WaitPorts,
): Promise<readonly ReadyImage[]> {
  return allOrAbort((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
}

/**
 * Waits until the registry serves an image that is ready.
 * @param signal ends the wait
 * @throws {DeployKitError} `image-never-came` and `image-stale` at the deadline; at once what waiting does
 * not mend: `registry-denied` and its like, `image-platform-missing` of a digest, `image-build-ended`
 */
export async function waitForImage(
  wait: ImageWait,
  ports: WaitPorts,
  signal?: AbortSignal,
): Promise<ReadyImage> {
  const { image, timeoutSeconds } = wait;
  const { build, clock, reporter } = ports;
  const name = formatImageReference(image);
  const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
  const started = clock.now().getTime();
  const waited = (): number => (clock.now().getTime() - started) / 1000;
  let reported = Number.NEGATIVE_INFINITY;
  for (let attempts = 1; ; attempts++) {
    // Before the look: a build that failed after its push has left the image all the same.
    const buildFailed = build.failed.aborted;
    const finding = await lookForImage(wait, ports.registry, signal);
    if (finding.kind === 'ready')
      return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
    if (buildFailed)
      throw failure('image-build-ended', {
        image: name,
        conclusion: String(build.failed.reason),
        'build-run': build.url,
      });
    const asked = finding.kind === 'missing' ? finding.pause : 0;
    const pause = Math.max(pollPause(attempts, Math.random()), asked);
    if (waited() + pause > timeoutSeconds) throw tooLate(name, finding, waited(), ports);
    if (waited() - reported >= reportEverySeconds - pause) {
      reported = waited();
      const state = finding.kind === 'missing' ? finding.text : finding.problem;
      reporter.info(
        `${name}: ${state}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`,
      );
    }
    await clock.sleep(pause, interrupted).catch((error: unknown) => {
      signal?.throwIfAborted();
      if (!build.failed.aborted) throw error;
    });
  }
}

function reportReady(
  image: ImageReference,
  { found, description }: Extract<ImageState, { kind: 'ready' }>,
  effort: Pick<ReadyImage, 'secondsWaited' | 'attempts'>,
  reporter: Reporter,
): ReadyImage {
  const name = formatImageReference(image);
  reporter.info(`${name} is there: ${found.digest} (${found.platforms.join(', ')})`);
  const { labels, created } = description;
  return {
    image,
    ...found,
    revision: labels.get(`${label}.revision`),
    created: labels.get(`${label}.created`) ?? created,
    ...effort,
  };
}

function tooLate(
  image: string,
  finding: Exclude<ImageState, { kind: 'ready' }>,
  waited: number,
  { registry, build }: WaitPorts,
): Error {
  const values = {
    image,
    seconds: Math.round(waited),
    requests: registry.requests,
    'build-run': build.url === '' ? '' : `: ${build.url}`,
  };
  return finding.kind === 'missing'
    ? failure('image-never-came', { ...values, answer: finding.text })
    : failure('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}
