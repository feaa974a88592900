import type { WithRegistry } from '../build/build-commit.js';
import type { jobTokenInputs } from '../build/build-inputs.js';
import { withLogin } from '../build/outside/temporary-login.js';
import type { Inputs } from '../inputs/index.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import { buildAccount } from './build-account.js';
import { connectRegistry } from './connect-registry.js';

/** A build's registry as the inputs say how to reach it; docker is logged in there while the work lasts. */
export function buildRegistry(
  inputs: Inputs<typeof registryInputs & typeof jobTokenInputs>,
  actor: string,
): WithRegistry {
  return async (image, work) => {
    const job = { token: inputs.jobToken, actor };
    const { account, ...login } = await buildAccount(image, inputs, job);
    const registry = connectRegistry(inputs, image, account);
    return withLogin(image.registry, account, (dockerConfig) =>
      work(registry, { dockerConfig, ...login }),
    );
  };
}
