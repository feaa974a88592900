import { join } from 'node:path';
import type { deployInputs } from '../deploy/deploy-inputs.js';
import type { Checkout } from '../deploy/prepare-deploy.js';
import type { Age } from '../env/age.js';
import type { Inputs } from '../inputs/index.js';
import { checkout } from '../local/outside/checkout.js';
import type { GitHubContext } from '../local/outside/github-context.js';
import { ageOf } from '../env/outside/age-identities.js';

/** The checkout of this run, with the key that decrypts its secrets. */
export function connectCheckout(
  { ageKey }: Pick<Inputs<typeof deployInputs>, 'ageKey'>,
  { workspace }: Pick<GitHubContext, 'workspace'>,
): Checkout & { readonly age: Age | undefined } {
  return {
    root: checkout(workspace),
    projectIn: (folder) => checkout(join(workspace, folder)),
    age: ageOf(ageKey),
  };
}
