import { imageName, type ImageReference } from '../../image/image-reference.js';
import type { Registry } from '../registry.js';
import type { RegistryAccess } from './registry-session.js';
import { RepositoryClient } from './repository-client.js';

/**
 * Registries by the OCI distribution API (https://github.com/opencontainers/distribution-spec). What was
 * read once under a digest is not asked for again.
 */
export function ociRegistry(access: RegistryAccess): Registry {
  const repositories = new Map<string, RepositoryClient>();
  const client = (reference: ImageReference): RepositoryClient => {
    const name = imageName(reference);
    const known = repositories.get(name) ?? new RepositoryClient(reference, access);
    repositories.set(name, known);
    return known;
  };
  return {
    find: (reference, signal) => client(reference).find(reference, signal),
    describe: (reference, signal) => client(reference).describe(reference, signal),
    missingBlobs: (reference, platforms, signal) =>
      client(reference).missingBlobs(reference, platforms, signal),
    size: (reference, platform, signal) => client(reference).size(reference, platform, signal),
    addTag: (reference, tag) => client(reference).addTag(reference, tag),
    get requests() {
      return [...repositories.values()].reduce((sum, { requests }) => sum + requests, 0);
    },
  };
}
