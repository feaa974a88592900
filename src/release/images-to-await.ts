import { failure } from '../errors/index.js';
import { atCommit, parseImageReference, type ImageReference } from '../image/image-reference.js';
import { releaseOfEvent, type Release } from './release.js';

/** The images of a release, and the document that names them. */
export interface AwaitedImages {
  readonly images: readonly ImageReference[];
  /** `undefined` when the images were given. */
  readonly release: Release | undefined;
}

/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
export function imagesToAwait(
  given: readonly ImageReference[] | undefined,
  run: { readonly event: Readonly<Record<string, unknown>>; readonly sha: string },
): AwaitedImages {
  if (given !== undefined && given.length > 0)
    return { images: given.map((image) => atCommit(image, run.sha)), release: undefined };
  const release = releaseOfEvent(run.event);
  const images = imagesOf(release);
  if (images.length === 0)
    throw failure('release-document-invalid', {
      problems:
        release === undefined
          ? 'the event that started this run carries no release'
          : 'the release names no image',
    });
  return { images, release };
}

function imagesOf(release: Release | undefined): readonly ImageReference[] {
  return (release?.images ?? []).flatMap(({ reference, digest }) => {
    const image = parseImageReference(reference);
    return image === undefined ? [] : { ...image, digest };
  });
}

/** The image whose registry an account belongs to: the first given one, or the first of the release. */
export function firstImage({
  images,
  release,
}: {
  readonly images: readonly ImageReference[];
  readonly release: Release | undefined;
}): ImageReference | undefined {
  return images[0] ?? imagesOf(release)[0];
}
