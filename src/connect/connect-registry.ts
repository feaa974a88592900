import type { Inputs } from '../inputs/index.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import { registryAccount } from '../inputs/registry-account.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Registry } from '../registry/registry.js';
import { trustCertificates } from '../net/outside/trust-certificates.js';
import { ociRegistry } from '../registry/outside/oci-registry.js';
import type { RegistryAccess } from '../registry/outside/registry-session.js';

/**
 * The registries as the inputs say how to reach them.
 * @param first the image whose registry the account belongs to
 * @param account by default that of the inputs
 */
export function connectRegistry(
  inputs: Inputs<typeof registryInputs>,
  first: Pick<ImageReference, 'registry'> | undefined,
  account = registryAccount(inputs),
): Registry {
  return ociRegistry(registryAccess(inputs, first, account));
}

/** How the inputs say that registries are reached; makes the process trust their certificates. */
export function registryAccess(
  inputs: Inputs<typeof registryInputs>,
  first: Pick<ImageReference, 'registry'> | undefined,
  account = registryAccount(inputs),
): RegistryAccess {
  trustCertificates(inputs.registryCa ?? []);
  return {
    account: account && first && { ...account, registry: first.registry },
    plainHttp: inputs.registryPlainHttp,
  };
}
