import { randomUUID } from 'node:crypto';
import { failure } from '../errors/index.js';
import type { Builder } from './build-images.js';
import type { BuildPorts, BuildRequest } from './build-request.js';
import type { ImageCheck } from './image-check.js';
import { checkImages } from './check-image.js';
import { type BuiltImage, sameImage } from './plan/build-metadata.js';
import type { BuildTarget, BuildOptions, TargetTags } from './plan/build-plan.js';
import { formatImageReference, type ImageReference } from '../image/image-reference.js';

/**
 * Builds the images of these targets and pushes them, after they have passed the check where there is one.
 * @throws {DeployKitError} why one was not built, did not pass, was not taken, or is not what was checked
 */
export async function buildAndPush(
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

/** An image with that tag, in full. */
export function tagged(image: ImageReference, tag: string): string {
  return formatImageReference({ ...image, tag, digest: undefined });
}
