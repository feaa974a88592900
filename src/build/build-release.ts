import { failure } from '../errors/index.js';
import type { BuiltImage } from './plan/build-metadata.js';
import type { BuildTarget } from './plan/build-plan.js';
import { formatImageReference } from '../image/image-reference.js';
import type { Release } from '../release/release.js';
import type { Builder } from './build-images.js';
import { addTags, findExisting } from './existing-images.js';
import { waitForImage, type ReadyImage } from '../wait/wait-for-image.js';
import { allOrAbort } from '../local/all-or-abort.js';
import { unknownBuild } from '../wait/watch-build.js';
import type { BuildPorts, BuildRequest } from './build-request.js';
import { buildAndPush, tagged } from './build-and-push.js';

/** A pushed tag is visible at once in any registry that keeps the specification; mirrors lag a little. */
const confirmTimeoutSeconds = 60;

/**
 * Builds the images of a commit, checks and pushes them, and confirms each with its registry.
 * @returns the release document that announces them, and what buildx wrote of the build
 * @throws {DeployKitError} why an image was not built, did not pass, was not taken or is not what was built
 */
export async function buildRelease(
  request: BuildRequest,
  builder: Builder,
  ports: BuildPorts,
): Promise<{ readonly release: Release; readonly metadata: string }> {
  const { reporter } = ports;
  const { version } = request.origin;
  const existing = request.skipExisting
    ? await reporter.group('Look for what is built already', () =>
        findExisting(builder.targets, version, request, ports),
      )
    : new Map<string, ReadyImage>();
  const missing = builder.targets.filter(({ name }) => !existing.has(name));
  const pushed = await buildAndPush(missing, request, builder, ports);
  await addTags([...existing.values()], request.tags, ports);
  const ready = await reporter.group('Confirm with the registry', () =>
    allOrAbort((signal) =>
      builder.targets.map(async (target) => {
        const known = existing.get(target.name);
        return known ?? (await confirm(target, pushed.get(target.name), request, ports, signal));
      }),
    ),
  );
  const images = ready.map(({ image, digest, platforms }) => ({
    reference: formatImageReference({ ...image, tag: version, digest: undefined }),
    digest,
    platforms: [...platforms],
  }));
  return { release: { ...request.origin, images }, metadata: builder.metadata() };
}

async function confirm(
  { image }: BuildTarget,
  built: BuiltImage | undefined,
  { options, origin: { version } }: BuildRequest,
  ports: BuildPorts,
  signal: AbortSignal,
): Promise<ReadyImage> {
  const ready = await waitForImage(
    {
      image: { ...image, tag: version },
      platforms: options.platforms,
      timeoutSeconds: confirmTimeoutSeconds,
    },
    { ...ports, build: unknownBuild },
    signal,
  );
  if (ready.digest !== built?.digest)
    throw failure('image-not-as-built', {
      image: tagged(image, version),
      built: built?.digest ?? '',
      found: ready.digest,
    });
  return ready;
}
