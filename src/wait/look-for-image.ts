import { DeployKitError, failure } from '../errors/index.js';
import { formatImageReference, type ImageReference } from '../image/image-reference.js';
import { samePlatform } from '../image/manifest.js';
import type { RemoteImage, ImageDescription } from '../image/remote-image.js';
import { RetryAfter, type Registry } from '../registry/registry.js';
import { oneLine } from '../text/one-line.js';

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

/** What an attempt found. */
export type ImageState =
  | { readonly kind: 'ready'; readonly found: RemoteImage; readonly description: ImageDescription }
  /** There, but not what is waited for. */
  | { readonly kind: 'other'; readonly found: RemoteImage; readonly problem: string }
  | { readonly kind: 'missing'; readonly text: string; readonly pause: number };

/** What the labels of the OCI image specification begin with. */
export const label = 'org.opencontainers.image';

/**
 * Looks once whether an image is what is waited for. A registry that does not answer may be back in a moment; one
 * that refuses will refuse again, and throws.
 */
export async function lookForImage(
  wait: ImageWait,
  registry: Registry,
  signal: AbortSignal | undefined,
): Promise<ImageState> {
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
): Promise<ImageState> {
  const platform = missingPlatform(found, platforms);
  // A digest never leads to anything else: only a tag can still get the platform.
  if (platform !== undefined && image.digest !== undefined)
    throw failure('image-platform-missing', {
      image: formatImageReference(image),
      platform,
      available: found.platforms.join(', '),
    });
  const other = (problem: string): ImageState => ({ kind: 'other', found, problem });
  if (platform !== undefined)
    return other(`it is for ${found.platforms.join(', ')}, not for ${platform}`);
  const exact = { ...image, digest: found.digest };
  const description = (await registry.describe(exact, signal)) ?? {
    labels: new Map(),
    created: undefined,
    healthcheck: false,
    volumes: [],
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
