import type { ProgramSettings } from '../../src/server/plan/program-head.js';

/** For programs that wait for nothing. */
export const quickSettings: ProgramSettings = {
  lockTimeoutSeconds: 60,
  healthTimeoutSeconds: 1,
  stableSeconds: 1,
  drainSeconds: 1,
  hookTimeoutSeconds: 1,
  migrationTimeoutSeconds: 1,
  keepWarmSeconds: 1,
  confirmWithinSeconds: 0,
  keepReleases: 2,
};
