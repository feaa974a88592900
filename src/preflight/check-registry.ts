import { DeployKitError, failure } from '../errors/index.js';
import { formatImageReference } from '../image/image-reference.js';
import type { RepositorySubject } from './plan/check.js';
import { pass, type CheckOutcome } from './plan/outcome.js';
import { refusalOutcome, repositoryVerdict } from './plan/repository-verdict.js';
import type { CheckPorts } from './check-ports.js';

/**
 * Whether a repository is there and open to the login. One to pull from that is named with a tag or digest must
 * have that image; a tag to push is made by the push.
 */
export async function repositoryOutcome(
  subject: RepositorySubject,
  { repositories, registry }: Pick<CheckPorts, 'repositories' | 'registry'>,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const { image, access } = subject;
  const isImage = access === 'pull' && (image.tag ?? image.digest) !== undefined;
  try {
    const found = isImage ? await registry.find(image, signal) : undefined;
    if (found !== undefined)
      return pass(`exists, and this login may pull it (${found.platforms.join(', ')})`);
    const state = await repositories.look(image, access, signal);
    if (isImage && state.kind === 'open')
      throw failure('image-not-found', { image: formatImageReference(image) });
    return repositoryVerdict(subject, state);
  } catch (error) {
    if (error instanceof DeployKitError) return refusalOutcome(error, image);
    throw error;
  }
}
