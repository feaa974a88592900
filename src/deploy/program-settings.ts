import type { Inputs } from '../inputs/index.js';
import type { ProgramSettings } from '../server/plan/program-head.js';
import type { settingsInputs } from './deploy-inputs.js';

/** The settings that programs on the server read. */
export function programSettings(inputs: Inputs<typeof settingsInputs>): ProgramSettings {
  return {
    lockTimeoutSeconds: inputs.lockTimeout,
    healthTimeoutSeconds: inputs.healthTimeout,
    stableSeconds: inputs.stableFor,
    drainSeconds: inputs.drain,
    hookTimeoutSeconds: inputs.hookTimeout,
    migrationTimeoutSeconds: inputs.migrationTimeout,
    keepWarmSeconds: inputs.keepWarm,
    keepReleases: inputs.keepReleases,
  };
}
