import { namesRelease } from '../../release/provisional.js';

/** What is known of a release when its job ends. */
export interface JobEnd {
  /** The release that this job deployed; empty when it did not come that far. */
  readonly release: string;
  /** The releases of this job that a verification found wanting, with spaces between them. */
  readonly rejected: string;
  /** Those that have passed their last verification. */
  readonly verified: string;
  /** Whether the deploy did not end well on each of its servers, and has not said what it left there. */
  readonly unfinished: boolean;
  readonly rollbackOn: 'verification' | 'job-failure' | 'never';
  /** `success`, `failure` or `cancelled`, as the runner says. */
  readonly jobStatus: string;
}

/** Why the release is to be taken back, or `undefined` when it stays. */
export function rejectionReason(end: JobEnd): string | undefined {
  if (end.release === '') return undefined;
  // `rollback-on` speaks of releases that were deployed.
  return (
    foundWanting(end) ??
    (end.unfinished ? 'Its deploy did not come to a good end on each of its servers.' : undefined)
  );
}

function foundWanting({
  release,
  rejected,
  verified,
  rollbackOn,
  jobStatus,
}: JobEnd): string | undefined {
  if (rollbackOn === 'never') return undefined;
  if (jobStatus === 'cancelled' && !namesRelease(verified, release))
    return 'The job was cancelled before a verification had passed.';
  if (namesRelease(rejected, release)) return 'The verification of this job failed.';
  return rollbackOn === 'job-failure' && jobStatus !== 'success'
    ? `The job ended with "${jobStatus}".`
    : undefined;
}
