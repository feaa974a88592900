import type { ImageReference } from '../image/image-reference.js';
import type { ImageDescription, RemoteImage } from '../image/remote-image.js';

/** An account of a registry. */
export interface RegistryAccount {
  readonly username: string;
  readonly password: string;
}

/**
 * A container registry: the OCI distribution API. Every method rejects with one of the `registry-…`
 * entries.
 */
export interface Registry {
  /** Finds the image behind a tag or digest; `undefined` when the registry does not have it. */
  find(reference: ImageReference, signal?: AbortSignal): Promise<RemoteImage | undefined>;

  /** Reads what an image says of itself; `undefined` when the registry does not have it. */
  describe(reference: ImageReference, signal?: AbortSignal): Promise<ImageDescription | undefined>;

  /**
   * The layers and configurations that its manifests name and the registry does not have, as digests.
   * @param platforms whose layers; empty: all
   */
  missingBlobs(
    reference: ImageReference,
    platforms: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly string[]>;

  /** Bytes that a pull sends for that platform, layers compressed; `undefined`: there is no such image. */
  size(
    reference: ImageReference,
    platform: string,
    signal?: AbortSignal,
  ): Promise<number | undefined>;

  /**
   * Gives an image that is there another tag: the same manifest, byte for byte.
   * @param reference names it by digest
   */
  addTag(reference: ImageReference, tag: string): Promise<void>;

  /** How many requests were sent so far, those for tokens included. */
  readonly requests: number;
}

/** Why a registry did not answer, where it says when to come back: the cause of the failure. */
export class RetryAfter extends Error {
  override readonly name = 'RetryAfter';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`again in ${seconds} s`);
    this.seconds = seconds;
  }
}
