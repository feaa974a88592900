import { stringify } from 'yaml';
import { failure } from '../../errors/index.js';
import type { ComposeProject, ComposeService } from '../../compose/compose-project.js';
import type { DeployIntent } from './deploy-intent.js';
import type { PinnedImage } from '../../image/pinned-image.js';
import { imageName, parseImageReference } from '../../image/image-reference.js';
import { filesLabel } from './files-labels.js';

/** Where the pins are, relative to the deploy folder; the env file's COMPOSE_FILE names it last. */
export const pinsPath = '.deploy-kit/pins.yml';

/** The services that run an image of the release: service → reference by digest. */
export function pinnedServices(
  project: ComposeProject,
  images: readonly PinnedImage[],
): ReadonlyMap<string, string> {
  const pins = new Map<string, string>();
  for (const service of project.services) {
    const reference = service.image === undefined ? undefined : parseImageReference(service.image);
    const image = images.find(
      ({ name }) => reference !== undefined && imageName(reference) === name,
    );
    if (image !== undefined) pins.set(service.name, `${image.name}@${image.digest}`);
  }
  return pins;
}

/**
 * Sees that each image of the release has a service.
 * @throws {DeployKitError} `release-not-in-compose` when an image of the release is in no service
 */
export function checkPins(
  intent: Pick<DeployIntent, 'images' | 'project' | 'versionVariable'>,
  pins: ReadonlyMap<string, string>,
): void {
  const used = new Set(pins.values());
  const unused = intent.images.filter(({ name, digest }) => !used.has(`${name}@${digest}`));
  const [first] = unused;
  if (first === undefined) return;
  throw failure('release-not-in-compose', {
    images: unused.map(({ name }) => name).join(', '),
    references:
      intent.project.services.flatMap(({ image }) => image ?? []).join(', ') || 'no image',
    example: `${first.name}:\${${intent.versionVariable}}`,
  });
}

/**
 * The Compose file that is merged over the project's own: each service of the release by digest, and the labels of
 * those that mount files of it.
 */
export function renderPins(
  project: ComposeProject,
  pins: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): string {
  const services: Record<string, object> = {};
  for (const service of project.services) {
    const { name } = service;
    const image = pins.get(name);
    const label = labels.get(name);
    if (image === undefined && label === undefined) continue;
    services[name] = {
      ...(image === undefined ? {} : { image, ...pulledByUs(service) }),
      ...(label === undefined ? {} : { labels: { [filesLabel]: label } }),
    };
  }
  return (
    '# deploy-kit: what the current release runs. The next deploy writes it anew.\n' +
    stringify({ services })
  );
}

// The deploy has pulled it by digest, with an account that Compose does not have; and there is nothing to build it from.
function pulledByUs({ pullPolicy }: ComposeService): object {
  return pullPolicy === undefined || /^(missing|if_not_present|never)$/.test(pullPolicy)
    ? {}
    : { pull_policy: 'if_not_present' };
}
