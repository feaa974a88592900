import type { ErrorName } from '../../errors/index.js';
import type { ImageReference } from '../../image/image-reference.js';
import { hostOf } from './registry-hosts.js';

/** Why a registry gave no access, as far as its answer tells. */
export interface RegistryRefusal {
  readonly entry: Extract<
    ErrorName,
    | 'registry-login-missing'
    | 'registry-login-refused'
    | 'registry-token-scope'
    | 'registry-package-not-linked'
    | 'registry-repository-missing'
    | 'registry-denied'
  >;
  /** What mends it at this registry. */
  readonly remedy: string;
}

/** What is known of the account that asked. */
export interface AskedWith {
  readonly anonymous: boolean;
  /** The login itself was refused, not what it asked for. */
  readonly loginRefused: boolean;
}

/**
 * Recognises a refusal by the words of the registry, in an answer's body or in a tool's output.
 * @param action what was tried: each needs rights of its own
 */
export function recogniseRefusal(
  image: ImageReference,
  words: string,
  action: 'pull' | 'push',
  { anonymous, loginRefused }: AskedWith,
): RegistryRefusal {
  const host = hostOf(image.registry);
  const remedies = host.remedies(image, action);
  // A push makes the repository at most registries: one that is unknown even then must be made first.
  if ((action === 'push' || host.repositoriesAreMadeBeforehand) && /name[ _]unknown/i.test(words))
    return { entry: 'registry-repository-missing', remedy: remedies.create };
  if (/does not match expected scopes/i.test(words))
    return { entry: 'registry-token-scope', remedy: remedies.scope };
  if (/(read|write)_package|installation not allowed/i.test(words))
    return { entry: 'registry-package-not-linked', remedy: remedies.link };
  if (anonymous || /no basic auth credentials/i.test(words))
    return { entry: 'registry-login-missing', remedy: remedies.login };
  if (loginRefused) return { entry: 'registry-login-refused', remedy: remedies.password };
  return { entry: 'registry-denied', remedy: remedies.link };
}

/** Whether an answer says that the repository does not exist and no push will make it. */
export function isRepositoryMissing({ registry }: ImageReference, words: string): boolean {
  return hostOf(registry).repositoriesAreMadeBeforehand && /name[ _]unknown/i.test(words);
}

/**
 * Whether a repository that is not there must be made, or the first push makes it. Google's registry says
 * `name unknown` also of an image that was never pushed to a repository which exists: then nothing is missing.
 */
export function missingRepository(
  { registry }: ImageReference,
  words: string,
): 'must-be-made' | 'made-by-push' | undefined {
  if (!hostOf(registry).repositoriesAreMadeBeforehand) return 'made-by-push';
  return /name[ _]unknown.*repository/is.test(words) ? 'must-be-made' : undefined;
}

/** The command that makes a repository, where its registry has one. */
export function createRemedy(image: ImageReference): string {
  return hostOf(image.registry).remedies(image, 'push').create;
}
