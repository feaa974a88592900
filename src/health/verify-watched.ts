import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import { confirmEverywhere } from '../server/confirm-release.js';
import { withSignsOfLife, type WatchedReleases } from '../server/signs-of-life.js';
import type { VerifiedRelease } from './verify-release.js';

/**
 * Keeps releases from going back by themselves while they are verified, and confirms what has passed.
 * @param onConfirmed called once every server has heard it
 * @throws {DeployKitError} why they could not be verified; `release-not-confirmed`
 */
export async function verifyWatched(
  verify: () => Promise<VerifiedRelease>,
  watched: readonly WatchedReleases[],
  { clock, reporter }: { readonly clock: Clock; readonly reporter: Reporter },
  onConfirmed: () => void = () => undefined,
): Promise<VerifiedRelease> {
  const verified = await withSignsOfLife(clock, (watch) => {
    watched.forEach(watch);
    return verify();
  });
  const hasPassed = verified.failed === undefined && verified.verdicts.length > 0;
  if (watched.length > 0 && hasPassed && (await confirmEverywhere(watched, reporter)))
    onConfirmed();
  return verified;
}
