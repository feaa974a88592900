import type { Inputs } from './definition.js';
import type { registryInputs } from './shared-inputs.js';

/** A registry account is a user and a password, or neither. */
export function wholeRegistryAccount(inputs: Inputs<typeof registryInputs>): string | undefined {
  if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
    return undefined;
  return inputs.registryUsername === undefined
    ? '`registry-password` is set without `registry-username`'
    : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}
