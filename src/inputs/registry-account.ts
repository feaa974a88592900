import type { Inputs } from './definition.js';
import type { registryAccountInputs } from './shared-inputs.js';

/** The account of the registry inputs, where both are set. */
export function registryAccount(
  inputs: Inputs<typeof registryAccountInputs>,
): { username: string; password: string } | undefined {
  const { registryUsername: username, registryPassword: password } = inputs;
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** A registry account is a user and a password, or neither. */
export function wholeRegistryAccount(
  inputs: Inputs<typeof registryAccountInputs>,
): string | undefined {
  if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
    return undefined;
  return inputs.registryUsername === undefined
    ? '`registry-password` is set without `registry-username`'
    : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}
