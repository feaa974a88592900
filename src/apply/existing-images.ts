import { explainBuild } from '../plan/build-failure.js';
import type { BuildTarget } from '../plan/build-plan.js';
import { formatImageReference } from '../plan/image-reference.js';
import { samePlatform } from '../plan/manifest.js';
import type { BuildPorts, BuildRequest } from './build-release.js';
import type { ReadyImage } from './wait-for-image.js';

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
  { tags, login }: BuildRequest,
  { processes, reporter }: BuildPorts,
): Promise<void> {
  const [, ...more] = tags;
  if (more.length === 0) return;
  const env =
    login.dockerConfig === undefined ? {} : { env: { DOCKER_CONFIG: login.dockerConfig } };
  for (const { image, digest } of images) {
    const names = more.map((tag) => formatImageReference({ ...image, tag, digest: undefined }));
    const exact = formatImageReference({ ...image, tag: undefined, digest });
    const args = ['buildx', 'imagetools', 'create', ...names.flatMap((name) => ['--tag', name])];
    const result = await reporter.group(`Tag ${names.join(', ')}`, () =>
      processes.run('docker', [...args, exact], env),
    );
    if (result.code !== 0) throw explainBuild(result, [image], login, `docker ${args.join(' ')}`);
  }
}
