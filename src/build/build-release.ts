import { randomUUID } from 'node:crypto';
import { failure } from '../errors/index.js';
import { sameImage, type BuiltImage } from './plan/build-metadata.js';
import type { BuildOptions, BuildTarget, TargetTags } from './plan/build-plan.js';
import { formatImageReference, type ImageReference } from '../image/image-reference.js';
import type { Release } from '../release/release.js';
import type { Builder } from './build-images.js';
import { checkImages, type ImageCheck } from './check-image.js';
import { addTags, findExisting } from './existing-images.js';
import { waitForImage, type ReadyImage } from '../wait/wait-for-image.js';
import { allOrAbort } from '../local/all-or-abort.js';
import { unknownBuild } from '../wait/watch-build.js';
import type { BuildPorts, BuildRequest } from './build-request.js';

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

async function buildAndPush(
  targets: readonly BuildTarget[],
  request: BuildRequest,
  builder: Builder,
  ports: BuildPorts,
): Promise<ReadonlyMap<string, BuiltImage>> {
  if (targets.length === 0) return new Map();
  const checked =
    request.check === undefined
      ? undefined
      : await buildAndCheck(request.check, targets, request, builder, ports);
  const tags: TargetTags = new Map(
    targets.map(({ name, image }) => [name, request.tags.map((tag) => tagged(image, tag))]),
  );
  // What was just checked must come from the cache, or it is another image.
  const options =
    checked === undefined ? request.options : { ...request.options, noCache: false, pull: false };
  const title = `Build and push ${[...tags.values()].map(([first]) => first).join(', ')}`;
  const pushed = await ports.reporter.group(title, () =>
    builder.build(tags, options, 'push', request.login),
  );
  for (const { name, image } of targets)
    compare(tagged(image, request.tags[0] ?? ''), checked?.get(name), pushed.get(name), ports);
  return pushed;
}

/** Builds into this machine's engine, under tags that nobody else uses, and tries the images there. */
async function buildAndCheck(
  check: ImageCheck,
  targets: readonly BuildTarget[],
  request: BuildRequest,
  builder: Builder,
  ports: BuildPorts,
): Promise<ReadonlyMap<string, BuiltImage>> {
  const id = randomUUID().slice(0, 8);
  const local = targets.map(({ name, image }) => ({
    name,
    image,
    tag: `deploy-kit-check/${name.toLowerCase()}:${id}`,
  }));
  // An engine holds images for its own platform only, and no attestations.
  const options: BuildOptions = {
    ...request.options,
    platforms: request.options.platforms.length > 1 ? [] : request.options.platforms,
    cacheTo: [],
    annotations: [],
    provenance: undefined,
    sbom: undefined,
  };
  const tags: TargetTags = new Map(local.map(({ name, tag }) => [name, [tag]]));
  const remove = ['image', 'rm', '--force', ...local.map(({ tag }) => tag)];
  const forget = ports.processes.runIfCancelled('docker', remove);
  const built = await ports.reporter.group('Build for the check', () =>
    builder.build(tags, options, 'load', request.login),
  );
  try {
    await ports.reporter.group('Check the image', () =>
      checkImages(check, local, request.login, ports),
    );
  } finally {
    await ports.processes.run('docker', remove, { silent: true });
    forget();
  }
  return built;
}

function compare(
  image: string,
  checked: BuiltImage | undefined,
  pushed: BuiltImage | undefined,
  { reporter }: BuildPorts,
): void {
  if (checked === undefined || pushed === undefined) return;
  const same = sameImage(checked, pushed);
  if (same === false)
    throw failure('image-not-as-checked', {
      image,
      checked: checked.configDigest ?? checked.digest,
      pushed: pushed.configDigest ?? pushed.digest,
    });
  if (same === undefined)
    reporter.info(
      `${image}: this builder does not tell whether it is the very image that was checked`,
    );
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

function tagged(image: ImageReference, tag: string): string {
  return formatImageReference({ ...image, tag, digest: undefined });
}
