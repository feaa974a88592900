import type { ProgramHead } from './program-head.js';

// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
/** How long a program is followed, in seconds. */
export function programTimeout({
  settings,
  startSeconds,
}: Pick<ProgramHead, 'settings' | 'startSeconds'>): number {
  const once = 2 * settings.healthTimeoutSeconds + startSeconds + settings.drainSeconds + 60;
  const own = 5 * settings.hookTimeoutSeconds + 2 * settings.migrationTimeoutSeconds;
  return settings.lockTimeoutSeconds + 6 * once + own + 3600;
}
