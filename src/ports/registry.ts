import type { ImageReference } from '../plan/image-reference.js';

/** An image as its registry serves it. */
export interface RemoteImage {
  /** `sha256:…` of the manifest or index that the reference leads to. */
  readonly digest: string;
  /** `linux/amd64`, `linux/arm64/v8` …: what it can run on. */
  readonly platforms: readonly string[];
}

/** A container registry: the OCI distribution API. */
export interface Registry {
  /**
   * Finds the image behind a tag or digest; `undefined` when the registry does not have it.
   * @throws {DeployKitError} `registry-denied`, `registry-unreachable`, `registry-answer-invalid`
   */
  find(reference: ImageReference, signal?: AbortSignal): Promise<RemoteImage | undefined>;

  /**
   * The labels in an image's configuration (of its first platform, where it has several), for example
   * `org.opencontainers.image.revision`; `undefined` when the registry does not have the image.
   * @throws {DeployKitError} as `find`
   */
  labels(
    reference: ImageReference,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, string> | undefined>;
}
