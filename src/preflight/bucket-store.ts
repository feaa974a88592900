import type { BucketWish } from './plan/check.js';

/** A bucket as a login sees it. */
export type BucketState =
  | { readonly kind: 'missing' }
  /** The store keeps it in another region than the one that was asked. */
  | { readonly kind: 'elsewhere'; readonly region: string }
  | {
      readonly kind: 'refused';
      /** The store's words. */
      readonly message: string;
      /** Permissions that are missing, by the store's names. */
      readonly lacking: readonly string[];
      /** Whether it is known to exist all the same. */
      readonly exists: boolean;
    }
  | {
      readonly kind: 'open';
      /** `undefined`: the login may not see it, or nobody asked. */
      readonly versioned: boolean | undefined;
    };

/** Looks at buckets without changing them. */
export interface BucketStore {
  /** Rejects with one of the `cloud-…` entries. */
  look(wish: BucketWish, signal: AbortSignal): Promise<BucketState>;
}
