/** Where an image comes from. */
export interface ImageOrigin {
  /** The commit, 40 hex digits. */
  readonly revision: string;
  readonly version: string;
  /** The address of the repository. */
  readonly source: string;
  /** The name of the repository, without its owner. */
  readonly title: string;
  readonly created: Date;
}

/**
 * The labels by which a release can be traced from its image; the given ones win.
 * Source: https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
 */
export function imageLabels(
  { revision, version, source, title, created }: ImageOrigin,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = { revision, version, source, url: source, title, created: created.toISOString() };
  const prefixed = Object.entries(own).map(([key, value]): [string, string] => [
    `org.opencontainers.image.${key}`,
    value,
  ]);
  return new Map([...prefixed, ...given]);
}
