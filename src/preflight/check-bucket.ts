import { bucketVerdict } from './plan/bucket-verdict.js';
import type { GcsSubject, S3Subject } from './plan/check.js';
import type { Outcome } from './plan/outcome.js';
import type { BucketStore } from './bucket-store.js';

/** Whether a bucket is there, open to the login, and keeps versions where that is wanted. */
export async function bucketOutcome(
  subject: GcsSubject | S3Subject,
  store: BucketStore,
  signal: AbortSignal,
): Promise<Outcome> {
  return bucketVerdict(subject, await store.look(subject, signal));
}
