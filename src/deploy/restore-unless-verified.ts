import { DeployKitError } from '../errors/index.js';
import type { Reporter } from '../local/reporter.js';
import type { JobReleases } from '../release/provisional.js';
import type { ProgramPorts } from '../server/program-ports.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { rejectionReason, type JobEnd } from './plan/job-end.js';
import { rejectRelease } from './reject-release.js';
import { forgetRelease } from './remember-release.js';
import type { RejectedRelease } from './take-back.js';

/** A release whose fate is open. */
export type ProvisionalRelease = Omit<RejectedRelease, 'reason'>;

/**
 * At the end of the job: has a release taken back, or confirmed where it is to stay.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed; `release-not-confirmed`
 */
export async function restoreUnlessVerified(
  end: JobEnd,
  reporter: Pick<Reporter, 'info'>,
  takeBackFor: (reason: string) => Promise<void>,
  confirm: () => Promise<void>,
): Promise<void> {
  const reason = rejectionReason(end);
  if (reason !== undefined) return takeBackFor(reason);
  if (end.release === '') return;
  await confirm();
  reporter.info(`Release ${end.release} stays`);
}

/**
 * A verification that the release must pass; when it does not, what ran before is restored at once, unless the
 * release is to stay or nothing was changed (its id is empty).
 * @throws {DeployKitError} `release-rejected` with what was found wanting, or why nothing could be restored
 */
export async function restoreOnFailure(
  verify: () => Promise<{ readonly failed: DeployKitError | undefined }>,
  rollbackOn: JobEnd['rollbackOn'],
  release: ProvisionalRelease,
  job: JobReleases,
  servers: readonly ServerConnection[],
  ports: Omit<ProgramPorts, 'server'>,
): Promise<void> {
  try {
    const { failed } = await verify();
    if (failed !== undefined) throw failed;
  } catch (error) {
    if (release.releaseId === '' || rollbackOn === 'never') throw error;
    const reason =
      error instanceof DeployKitError
        ? [error.message, ...error.details].join('; ')
        : String(error);
    await rejectRelease({ ...release, reason }, servers, ports).catch((rejected: unknown) => {
      // It is done: `post` need not see to it again.
      if (rejected instanceof DeployKitError && rejected.entry === 'release-rejected')
        forgetRelease(release.releaseId, job, ports.reporter);
      throw rejected;
    });
    // Somebody deployed over it meanwhile: it did not pass all the same.
    throw error;
  }
}
