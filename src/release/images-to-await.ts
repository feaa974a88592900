import { failure } from '../errors/index.js';
import { atCommit, parseImageReference, type ImageReference } from '../image/image-reference.js';
import { mirrored, type Mirror } from '../image/mirror.js';
import { releaseOfEvent, type Release } from './release.js';

/** The images of a release, and the document that names them. */
export interface AwaitedImages {
  readonly images: readonly ImageReference[];
  /** `undefined` when the images were given. */
  readonly release: Release | undefined;
}

/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @param mirrors where the server pulls from instead
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
export function imagesToAwait(
  given: readonly ImageReference[] | undefined,
  run: { readonly event: Readonly<Record<string, unknown>>; readonly sha: string },
  mirrors: readonly Mirror[] = [],
): AwaitedImages {
  if (given !== undefined && given.length > 0)
    return {
      images: given.map((image) => mirrored(atCommit(image, run.sha), mirrors)),
      release: undefined,
    };
  const release = releaseOfEvent(run.event);
  const images = imagesOf(release);
  if (images.length === 0)
    throw failure('release-document-invalid', {
      problems:
        release === undefined
          ? 'the event that started this run carries no release'
          : 'the release names no image',
    });
  return { images: images.map((image) => mirrored(image, mirrors)), release };
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
