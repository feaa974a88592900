import { DeployKitError, failure } from '../../errors/index.js';
import { formatImageReference } from '../../plan/image-reference.js';
import type { RepositorySubject } from '../../plan/preflight/check.js';
import { passed, type Outcome } from '../../plan/preflight/outcome.js';
import { refusalOutcome, repositoryVerdict } from '../../plan/preflight/repository-verdict.js';
import type { CheckPorts } from './check-ports.js';

/** Whether a repository is there and open to the login; one that is named with a tag must have it. */
export async function repositoryOutcome(
  subject: RepositorySubject,
  { repositories, registry }: Pick<CheckPorts, 'repositories' | 'registry'>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { image, access } = subject;
  try {
    const state = await repositories.look(image, access, signal);
    const verdict = repositoryVerdict(subject, state);
    if (state.kind === 'missing' || (image.tag ?? image.digest) === undefined) return verdict;
    const found = await registry.find(image, signal);
    if (found === undefined)
      throw failure('image-not-found', { image: formatImageReference(image) });
    return passed(`${verdict.detail}; the image is there (${found.platforms.join(', ')})`);
  } catch (error) {
    if (error instanceof DeployKitError) return refusalOutcome(error, image);
    throw error;
  }
}
