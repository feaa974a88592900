import type { Inputs } from '../inputs/index.js';
import type { registryAccountInputs } from '../inputs/shared-inputs.js';
import type { ImageReference } from '../image/image-reference.js';
import { dockerLogin } from '../registry/outside/docker-login.js';
import type { RegistryAccount } from '../registry/registry.js';

/** Whose account pushes an image. */
export interface BuildAccount {
  /** To be logged in for this step; `undefined`: docker's own login is used as it is. */
  readonly account: RegistryAccount | undefined;
  readonly anonymous: boolean;
  /** For messages. */
  readonly who: string;
}

/**
 * The account of the inputs, else docker's own login, else at ghcr.io the job's token.
 * @param job the token of the job, and who started it
 */
export async function buildAccount(
  { registry }: ImageReference,
  { registryUsername, registryPassword }: Inputs<typeof registryAccountInputs>,
  job: { readonly token: string; readonly actor: string },
): Promise<BuildAccount> {
  if (registryUsername !== undefined && registryPassword !== undefined)
    return named({ username: registryUsername, password: registryPassword });
  const { account: stored, who } = await dockerLogin(registry);
  if (stored !== undefined) return { account: undefined, anonymous: false, who };
  return registry === 'ghcr.io' && job.token !== ''
    ? named({ username: job.actor, password: job.token })
    : { account: undefined, anonymous: true, who };
}

function named(account: RegistryAccount): BuildAccount {
  return { account, anonymous: false, who: `the account ${account.username}` };
}
