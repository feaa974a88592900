import { DeployKitError, failure } from '../errors/index.js';
import { pollPause } from '../local/plan/back-off.js';
import { formatImageReference, type ImageReference } from '../image/image-reference.js';
import { samePlatform } from '../image/manifest.js';
import { oneLine } from '../text/one-line.js';
import type { Clock } from '../local/clock.js';
import { RetryAfter, type Registry } from '../registry/registry.js';
import type { ImageDescription, RemoteImage } from '../image/remote-image.js';
import type { Reporter } from '../local/reporter.js';
import { allOrAbort } from '../local/all-or-abort.js';
import type { BuildWatch } from './watch-build.js';

/** What makes an image ready. */
export interface ImageWait {
  readonly image: ImageReference;
  /** Platforms that the image must have; empty: any. */
  readonly platforms: readonly string[];
  /** The commit that the image must be built from, or its first digits; `undefined`: any. */
  readonly revision?: string | undefined;
  /** Whether every layer must be there, too. */
  readonly deep?: boolean;
  readonly timeoutSeconds: number;
}

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

/** What an attempt found. */
type Finding =
  | { readonly kind: 'ready'; readonly found: RemoteImage; readonly description: ImageDescription }
  /** There, but not what is waited for. */
  | { readonly kind: 'other'; readonly found: RemoteImage; readonly problem: string }
  | { readonly kind: 'missing'; readonly text: string; readonly pause: number };

/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;

const label = 'org.opencontainers.image';

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
    const finding = await look(wait, ports.registry, signal);
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
  { found, description }: Extract<Finding, { kind: 'ready' }>,
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

// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function look(
  wait: ImageWait,
  registry: Registry,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  try {
    const found = await registry.find(wait.image, signal);
    return found === undefined
      ? { kind: 'missing', text: 'not there yet', pause: 0 }
      : await judge(wait, found, registry, signal);
  } catch (error) {
    if (!(error instanceof DeployKitError) || error.entry !== 'registry-unreachable') throw error;
    const pause = error.cause instanceof RetryAfter ? error.cause.seconds : 0;
    return { kind: 'missing', text: error.why, pause };
  }
}

async function judge(
  { image, platforms, revision, deep }: ImageWait,
  found: RemoteImage,
  registry: Registry,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  const platform = missingPlatform(found, platforms);
  // A digest never leads to anything else: only a tag can still get the platform.
  if (platform !== undefined && image.digest !== undefined)
    throw failure('image-platform-missing', {
      image: formatImageReference(image),
      platform,
      available: found.platforms.join(', '),
    });
  const other = (problem: string): Finding => ({ kind: 'other', found, problem });
  if (platform !== undefined)
    return other(`it is for ${found.platforms.join(', ')}, not for ${platform}`);
  const exact = { ...image, digest: found.digest };
  const description = (await registry.describe(exact, signal)) ?? {
    labels: new Map(),
    created: undefined,
    healthcheck: false,
  };
  const stale = wrongRevision(description, revision);
  if (stale !== undefined) return other(stale);
  const missing = deep === true ? await registry.missingBlobs(exact, platforms, signal) : [];
  return missing.length === 0
    ? { kind: 'ready', found, description }
    : other(`${missing.length} of its layers are missing, such as ${missing[0] ?? ''}`);
}

function missingPlatform(found: RemoteImage, wanted: readonly string[]): string | undefined {
  return wanted.find(
    (platform) => !found.platforms.some((available) => samePlatform(platform, available)),
  );
}

function wrongRevision(
  { labels }: ImageDescription,
  expected: string | undefined,
): string | undefined {
  if (expected === undefined) return undefined;
  const actual = labels.get(`${label}.revision`);
  if (actual === undefined) return `it has no label ${label}.revision`;
  return actual.startsWith(expected)
    ? undefined
    : `it was built from ${oneLine(actual)}, not ${expected}`;
}

function tooLate(
  image: string,
  finding: Exclude<Finding, { kind: 'ready' }>,
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
