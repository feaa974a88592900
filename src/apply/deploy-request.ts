import type { Inputs } from '../inputs/index.js';
import type { deployInputs } from '../inputs/deploy-inputs.js';
import { registryAccount } from '../inputs/registry-account.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import { atCommit } from '../plan/image-reference.js';
import { releaseOfEvent } from '../plan/release.js';
import type { DeployRequest } from './prepare-deploy.js';

/** The part of the run's context that a deploy records. */
export interface RunFacts {
  readonly event: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly actor: string;
  readonly runUrl: string;
}

/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
export function deployRequest(
  inputs: Inputs<typeof deployInputs & typeof registryInputs>,
  run: RunFacts,
  startedAt: Date,
): Omit<DeployRequest, 'composeFiles'> {
  const images = (inputs.images ?? []).map((image) => atCommit(image, run.sha));
  return {
    images,
    release: images.length > 0 ? undefined : releaseOfEvent(run.event),
    envFile: inputs.envFile,
    env: inputs.env,
    versionVariable: inputs.versionVariable,
    registryAccount: registryAccount(inputs),
    lockTimeoutSeconds: inputs.lockTimeout,
    healthTimeoutSeconds: inputs.healthTimeout,
    stableSeconds: inputs.stableFor,
    strategy: inputs.strategy,
    drainSeconds: inputs.drain,
    hookTimeoutSeconds: inputs.hookTimeout,
    revision: run.sha,
    actor: run.actor,
    runUrl: run.runUrl,
    startedAt,
  };
}
