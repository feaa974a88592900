import type { Inputs } from '../inputs/index.js';
import type { ProgramSettings } from '../server/plan/program-head.js';
import type { settingsInputs } from './deploy-inputs.js';

/** The settings that programs on the server read; without `confirmWithin` nothing goes back by itself. */
export function programSettings(
  inputs: Inputs<typeof settingsInputs> & { readonly confirmWithin?: number | undefined },
): ProgramSettings {
  return {
    lockTimeoutSeconds: inputs.lockTimeout,
    healthTimeoutSeconds: inputs.healthTimeout,
    stableSeconds: inputs.stableFor,
    drainSeconds: inputs.drain,
    hookTimeoutSeconds: inputs.hookTimeout,
    migrationTimeoutSeconds: inputs.migrationTimeout,
    keepWarmSeconds: inputs.keepWarm,
    confirmWithinSeconds: inputs.confirmWithin ?? 0,
    keepReleases: inputs.keepReleases,
  };
}
