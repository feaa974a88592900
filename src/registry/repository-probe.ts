import type { ImageReference } from '../image/image-reference.js';

/** A repository of a registry as a login sees it. */
export type RepositoryState =
  /** It exists, and the access is granted. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'missing';
      /** The registry's words. */
      readonly words: string;
      /** Whether the login may push there; `undefined`: only a push would tell. */
      readonly mayPush: boolean | undefined;
    };

/** Looks at repositories without changing them. */
export interface RepositoryProbe {
  /** Rejects with one of the `registry-…` entries where the registry refuses or does not answer. */
  look(
    image: ImageReference,
    access: 'pull' | 'push',
    signal: AbortSignal,
  ): Promise<RepositoryState>;
}
