/** Where an image is: its registry, its repository there, and the tag or digest that names one. */
export interface ImageReference {
  /** `ghcr.io`, `127.0.0.1:5000`; `docker.io` where the reference names none. */
  readonly registry: string;
  /** `acme/api`; `library/nginx` for Docker Hub's own `nginx`. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:<64 hex digits>`. */
  readonly digest: string | undefined;
}

// The grammar of https://pkg.go.dev/github.com/distribution/reference
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(
  `^(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`,
);

/**
 * Reads an image reference as Docker does: the part before the first `/` is a registry when it holds
 * a `.` or a `:`, or is `localhost`; without one the image is on Docker Hub.
 * @returns `undefined` when the text is no image reference
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const hasRegistry = slash > 0 && /^(localhost|[^/]*[.:][^/]*)$/.test(first);
  if (hasRegistry && !/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?$/.test(first))
    return undefined;
  const match = pattern.exec(hasRegistry ? text.slice(slash + 1) : text);
  if (!match) return undefined;
  const [, path = '', tag, digest] = match;
  const onHub = !hasRegistry || first === 'docker.io' || first === 'index.docker.io';
  return {
    registry: onHub ? 'docker.io' : first,
    repository: onHub && !path.includes('/') ? `library/${path}` : path,
    tag,
    digest,
  };
}

/** `ghcr.io/acme/api`: the image without tag and digest. */
export function imageName(reference: ImageReference): string {
  return `${reference.registry}/${reference.repository}`;
}

/** The reference as text, as `docker pull` takes it. */
export function formatImageReference(reference: ImageReference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${imageName(reference)}${tag}${digest}`;
}

/** The tag that build-and-dispatch gives to the image of a commit. */
export function commitTag(sha: string): string {
  return `sha-${sha.slice(0, 12)}`;
}

/** A reference without tag and digest means the image of this commit. */
export function atCommit(reference: ImageReference, sha: string): ImageReference {
  if (reference.tag !== undefined || reference.digest !== undefined) return reference;
  return { ...reference, tag: commitTag(sha) };
}
