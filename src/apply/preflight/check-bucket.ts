import { bucketVerdict } from '../../plan/preflight/bucket-verdict.js';
import type { GcsSubject, S3Subject } from '../../plan/preflight/check.js';
import type { Outcome } from '../../plan/preflight/outcome.js';
import type { BucketStore } from '../../ports/bucket-store.js';

/** Whether a bucket is there, open to the login, and keeps versions where that is wanted. */
export async function bucketOutcome(
  subject: GcsSubject | S3Subject,
  store: BucketStore,
  signal: AbortSignal,
): Promise<Outcome> {
  return bucketVerdict(subject, await store.look(subject, signal));
}
