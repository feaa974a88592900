import * as v from 'valibot';

/** The manifest types that lead to an image: OCI image specification and Docker's own, version 2. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

const platform = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
});

const digest = v.pipe(v.string(), v.regex(/^sha256:[a-f0-9]{64}$/));

const index = v.object({
  manifests: v.array(
    v.object({
      digest,
      platform: v.optional(platform),
      annotations: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});

const manifest = v.object({ config: v.object({ digest }) });

const configuration = v.object({
  config: v.optional(
    v.object({ Labels: v.optional(v.nullable(v.record(v.string(), v.string()))) }),
  ),
});

/** What a manifest says of platforms: an index lists them, an image's stand in its configuration. */
export type ManifestPlatforms =
  | {
      readonly kind: 'index';
      readonly platforms: readonly string[];
      /** The manifest of each platform's image, in the same order. */
      readonly digests: readonly string[];
    }
  | { readonly kind: 'image'; readonly configDigest: string };

/**
 * Reads a manifest. Entries that are attestations, not images, are left out.
 * @returns `undefined` when it is neither an index nor an image
 */
export function manifestPlatforms(content: unknown): ManifestPlatforms | undefined {
  const asIndex = v.safeParse(index, content);
  if (asIndex.success) {
    const images = asIndex.output.manifests.filter(
      (entry) =>
        entry.platform !== undefined &&
        entry.platform.os !== 'unknown' &&
        entry.annotations?.['vnd.docker.reference.type'] !== 'attestation-manifest',
    );
    return {
      kind: 'index',
      platforms: images.map((entry) => platformOf(entry.platform)),
      digests: images.map((entry) => entry.digest),
    };
  }
  const asImage = v.safeParse(manifest, content);
  return asImage.success
    ? { kind: 'image', configDigest: asImage.output.config.digest }
    : undefined;
}

/** `linux/arm64/v8` of an index entry's platform or an image's configuration. */
export function platformOf(content: unknown): string {
  const result = v.safeParse(platform, content);
  if (!result.success) return 'unknown';
  const { os, architecture, variant } = result.output;
  return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join(
    '/',
  );
}

/** The labels in an image's configuration. */
export function labelsOf(content: unknown): ReadonlyMap<string, string> {
  const result = v.safeParse(configuration, content);
  const labels = result.success ? result.output.config?.Labels : undefined;
  return new Map(Object.entries(labels ?? {}));
}

/** Whether an image for `available` runs where `wanted` is asked for; arm64 and arm64/v8 are the same. */
export function samePlatform(wanted: string, available: string): boolean {
  const normal = (name: string): string => name.replace(/^(linux\/arm64)\/v8$/, '$1');
  return normal(wanted) === normal(available);
}
