import { failure, type DeployKitError } from '../../errors/index.js';
import { imageName, type ImageReference } from '../../image/image-reference.js';
import { recogniseRefusal } from '../../registry/plan/registry-refusal.js';

/** How many of a tool's last lines an error shows. */
const shownLines = 20;

const refusal =
  /denied|unauthorized|forbidden|insufficient_scope|authorization failed|name unknown|no basic auth/i;

/**
 * Explains why a build or its push failed, by what buildx wrote.
 * @param images those that were to be pushed
 * @param who whose login docker used
 * @param command what a person types to see it again
 */
export function explainBuild(
  { code, stderr }: { readonly code: number; readonly stderr: string },
  images: readonly ImageReference[],
  login: { readonly anonymous: boolean; readonly who: string },
  command: string,
): DeployKitError {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const details = lines.slice(-shownLines);
  const message = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
  // Without the plugin docker takes buildx's options for its own, and shows its own usage.
  if (
    /'buildx' is not a docker command|unknown command: docker buildx|docker \[OPTIONS\] COMMAND/.test(
      stderr,
    )
  )
    return failure('buildx-missing', { message }, { details });
  if (/Cannot connect to the Docker daemon|docker daemon is not running/i.test(stderr))
    return failure('runner-docker-not-running', { message }, { details });
  const image = images.find((one) => stderr.includes(imageName(one))) ?? images[0];
  if (image === undefined || !refusal.test(message))
    return failure('image-build-failed', { status: code, message, command }, { details });
  const { entry, remedy } = recogniseRefusal(image, message, 'push', {
    anonymous: login.anonymous,
    // "denied" and "insufficient_scope" are said to a login that is right.
    loginRefused: /unauthorized/i.test(message) && !/denied|insufficient_scope/i.test(message),
  });
  return failure(
    entry,
    { registry: image.registry, image: imageName(image), message, who: login.who, remedy },
    { details },
  );
}
