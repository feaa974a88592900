import { failure } from '../errors/index.js';
import type { ComposeProject } from '../compose/compose-project.js';
import {
  formatImageReference,
  imageName,
  parseImageReference,
  type ImageReference,
} from '../image/image-reference.js';
import type { Registry } from '../registry/registry.js';
import type { DeployRequest } from './deploy-request.js';
import type { PinnedImage } from '../image/pinned-image.js';

/**
 * The images of the release with their digests, and what people call it.
 * @throws {DeployKitError} `image-not-found`, `release-document-invalid`, one of the `registry-…` entries
 */
export async function releasedImages(
  { images, release }: Pick<DeployRequest, 'images' | 'release'>,
  registry: Registry,
): Promise<{ images: readonly PinnedImage[]; version: string }> {
  if (images.length > 0) {
    const pinned = await Promise.all(images.map((image) => pin(image, registry)));
    return { images: pinned, version: release?.version ?? versionOf(images[0], pinned[0]) };
  }
  if (release === undefined || release.images.length === 0)
    throw failure('release-document-invalid', {
      problems:
        release === undefined
          ? 'the event that started this run carries no release'
          : 'the release names no image',
    });
  return {
    images: release.images.map(({ reference, digest }) => {
      const parsed = parseImageReference(reference);
      return { name: parsed === undefined ? reference : imageName(parsed), digest };
    }),
    version: release.version,
  };
}

async function pin(image: ImageReference, registry: Registry): Promise<PinnedImage> {
  if (image.digest !== undefined) return { name: imageName(image), digest: image.digest };
  const found = await registry.find(image);
  if (found === undefined) throw failure('image-not-found', { image: formatImageReference(image) });
  return { name: imageName(image), digest: found.digest };
}

/** The services outside the release by what their references lead to now: service → reference by digest. */
export async function otherPins(
  project: ComposeProject,
  released: ReadonlyMap<string, string>,
  registry: Registry,
): Promise<ReadonlyMap<string, string>> {
  const others = project.services.flatMap(({ name, image, active }) => {
    const reference = parseImageReference(image ?? '');
    return released.has(name) || !active || reference === undefined ? [] : { name, reference };
  });
  return new Map(
    await Promise.all(
      others.map(async ({ name, reference }): Promise<[string, string]> => {
        const { name: repository, digest } = await pin(reference, registry);
        return [name, `${repository}@${digest}`];
      }),
    ),
  );
}

/**
 * The volumes that the images of the release make for their containers: service → places. One that can't be read is
 * left out: a registry that serves its manifests may refuse its configurations.
 */
export async function imageVolumes(
  released: ReadonlyMap<string, string>,
  registry: Registry,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const images = [...new Set(released.values())];
  const found = await Promise.all(
    images.map(async (image): Promise<readonly [string, readonly string[] | undefined]> => {
      const reference = parseImageReference(image);
      const described = reference && registry.describe(reference).catch(() => undefined);
      return [image, (await described)?.volumes];
    }),
  );
  const volumes = new Map(found);
  return new Map(
    [...released].flatMap(([service, image]) => {
      const places = volumes.get(image);
      return places === undefined ? [] : [[service, places]];
    }),
  );
}

// The tag is what people call a release; an image that is named by digest alone has only that.
function versionOf(image: ImageReference | undefined, pinned: PinnedImage | undefined): string {
  return image?.tag ?? pinned?.digest.slice('sha256:'.length, 'sha256:'.length + 12) ?? '';
}
