/** An image as its registry serves it. */
export interface RemoteImage {
  /** `sha256:…` of the manifest or index that the reference leads to. */
  readonly digest: string;
  /** `linux/amd64`, `linux/arm64/v8` …: what it can run on. */
  readonly platforms: readonly string[];
}

/** What an image says of itself in its configuration (of its first platform, where it has several). */
export interface ImageDescription {
  /** For example `org.opencontainers.image.revision`. */
  readonly labels: ReadonlyMap<string, string>;
  /** When it was built, as an ISO 8601 time; builders may leave it out. */
  readonly created: string | undefined;
  /** Whether it brings a healthcheck of its own. */
  readonly healthcheck: boolean;
  /** The places for which a container gets a volume of its own where nothing else is mounted. */
  readonly volumes: readonly string[];
}
