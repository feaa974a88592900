import { failure, type DeployKitError } from '../../errors/index.js';
import { imageName, type ImageReference } from '../../image/image-reference.js';
import { createRemedy, missingRepository } from '../../registry/plan/registry-refusal.js';
import type { RepositoryState } from '../../registry/repository-probe.js';
import type { RepositorySubject } from './check.js';
import { fail, pass, skip, type CheckOutcome } from './outcome.js';

/** What the state of a repository means for the access that is wanted. */
export function repositoryVerdict(
  { image, access }: RepositorySubject,
  state: RepositoryState,
): CheckOutcome {
  const name = imageName(image);
  if (state.kind === 'open')
    return pass(`exists, and this login may ${access === 'push' ? 'push to' : 'pull from'} it`);
  const { words, mayPush } = state;
  if (missingRepository(image, words) === 'must-be-made')
    return refusalOutcome(missingFailure(image, words), image);
  if (access === 'pull')
    return fail(
      `there is no ${name}: ${image.registry} answers ${words}`,
      'Push an image to it first, or correct the name.',
    );
  return mayPush === true
    ? pass('is not there yet; this login may push, and the first push makes it')
    : skip(
        `is not there yet, and ${image.registry} does not say who may make it: only the first push shows`,
        createRemedy(image),
      );
}

/** What a registry's refusal means; where it can hide that the repository is missing, how that is made. */
export function refusalOutcome(error: DeployKitError, image: ImageReference): CheckOutcome {
  const create = /may not exist/i.test(error.why)
    ? ` If it does not exist: ${createRemedy(image)}`
    : '';
  return fail(`${error.title}. ${error.why}`, `${error.fix}${create}`);
}

function missingFailure(image: ImageReference, words: string): DeployKitError {
  return failure('registry-repository-missing', {
    registry: image.registry,
    image: imageName(image),
    message: words,
    remedy: createRemedy(image),
  });
}
