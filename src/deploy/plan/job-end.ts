import { namesRelease } from '../../release/provisional.js';

/** What is known of a release when its job ends. */
export interface JobEnd {
  /** The release that this job deployed; empty when it did not come that far. */
  readonly release: string;
  /** The releases of this job that a verification found wanting, with spaces between them. */
  readonly rejected: string;
  /** Those that have passed their last verification. */
  readonly verified: string;
  readonly rollbackOn: 'verification' | 'job-failure' | 'never';
  /** `success`, `failure` or `cancelled`, as the runner says. */
  readonly jobStatus: string;
}

/** Why the release is to be taken back, or `undefined` when it stays. */
export function rejectionReason({
  release,
  rejected,
  verified,
  rollbackOn,
  jobStatus,
}: JobEnd): string | undefined {
  if (release === '' || rollbackOn === 'never') return undefined;
  if (namesRelease(rejected, release)) return 'A verify-health step of this job failed.';
  if (rollbackOn === 'job-failure' && jobStatus !== 'success')
    return `The job ended with "${jobStatus}".`;
  return jobStatus === 'cancelled' && !namesRelease(verified, release)
    ? 'The job was cancelled before a verification had passed.'
    : undefined;
}
