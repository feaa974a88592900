import type { BuildTarget } from './plan/build-plan.js';
import { formatImageReference } from '../image/image-reference.js';
import { samePlatform } from '../image/manifest.js';
import type { BuildRequest, BuildPorts } from './build-request.js';
import type { ReadyImage } from '../wait/wait-for-image.js';

const revisionLabel = 'org.opencontainers.image.revision';

/**
 * The targets whose image of this commit is in the registry: under its tag, with the commit as its
 * revision label, and for every wanted platform.
 * @returns by the target's name
 */
export async function findExisting(
  targets: readonly BuildTarget[],
  version: string,
  { options, origin }: BuildRequest,
  { registry, reporter }: BuildPorts,
): Promise<ReadonlyMap<string, ReadyImage>> {
  const existing = new Map<string, ReadyImage>();
  for (const { name, image } of targets) {
    const reference = { ...image, tag: version };
    const found = await registry.find(reference);
    const complete = options.platforms.every((wanted) =>
      found?.platforms.some((available) => samePlatform(wanted, available)),
    );
    if (found === undefined || !complete) continue;
    const description = await registry.describe({ ...reference, digest: found.digest });
    const revision = description?.labels.get(revisionLabel);
    if (revision !== origin.revision) continue;
    reporter.info(`${formatImageReference(reference)} is built already: ${found.digest}`);
    const { created } = description ?? {};
    existing.set(name, {
      image: reference,
      ...found,
      revision,
      created,
      secondsWaited: 0,
      attempts: 1,
    });
  }
  return existing;
}

/** Gives images that were not built again the tags that a build would have given them. */
export async function addTags(
  images: readonly ReadyImage[],
  tags: readonly string[],
  { registry, reporter }: BuildPorts,
): Promise<void> {
  for (const { image, digest } of images)
    for (const tag of tags) {
      if (tag === image.tag) continue;
      await registry.addTag({ ...image, tag: undefined, digest }, tag);
      reporter.info(
        `${formatImageReference({ ...image, tag, digest: undefined })} is the same image`,
      );
    }
}
