import { failure } from '../errors/index.js';
import { atCommit, parseImageReference, type ImageReference } from './image-reference.js';
import { releaseOfEvent } from './release.js';

/** The images of a release, and who should have built them. */
export interface AwaitedImages {
  readonly images: readonly ImageReference[];
  readonly buildRun: string;
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
    return { images: given.map((image) => atCommit(image, run.sha)), buildRun: '' };
  const release = releaseOfEvent(run.event);
  if (release === undefined)
    throw failure('release-document-invalid', {
      problems: 'the event that started this run carries no release',
    });
  return {
    images: release.images.flatMap(({ reference, digest }) => {
      const image = parseImageReference(reference);
      return image === undefined ? [] : { ...image, digest };
    }),
    buildRun: release.run.url,
  };
}
