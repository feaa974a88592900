import type { Inputs } from './definition.js';
import type { registryAccountInputs } from './shared-inputs.js';

/** The account of the registry inputs, where both are set. */
export function registryAccount(
  inputs: Inputs<typeof registryAccountInputs>,
): { username: string; password: string } | undefined {
  const { registryUsername: username, registryPassword: password } = inputs;
  return username === undefined || password === undefined ? undefined : { username, password };
}
