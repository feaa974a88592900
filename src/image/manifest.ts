import * as v from 'valibot';
import type { ImageDescription } from './remote-image.js';

/** The manifest types that lead to an image: OCI image specification and Docker's own, version 2. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

const digest = v.pipe(v.string(), v.regex(/^sha256:[a-f0-9]{64}$/));

// These are shown: https://github.com/opencontainers/image-spec/blob/main/image-index.md
const word = v.pipe(v.string(), v.regex(/^[\w.+-]{0,100}$/));

const platform = v.object({ os: word, architecture: word, variant: v.optional(word) });

const index = v.object({
  manifests: v.array(
    v.object({
      digest,
      platform: v.optional(platform),
      annotations: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});

const manifest = v.object({
  config: v.object({ digest }),
  layers: v.optional(
    v.array(
      v.object({
        digest,
        size: v.optional(v.number(), 0),
        urls: v.optional(v.array(v.string())),
      }),
    ),
    [],
  ),
});

const configuration = v.object({
  created: v.optional(v.string()),
  config: v.optional(
    v.object({
      Labels: v.optional(v.nullable(v.record(v.string(), v.string()))),
      Volumes: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
      Healthcheck: v.optional(v.nullable(v.object({ Test: v.optional(v.array(v.string()), []) }))),
    }),
  ),
});

/** One platform's image in an index. */
export interface PlatformImage {
  readonly platform: string;
  /** Of its manifest. */
  readonly digest: string;
}

/** A manifest: an index lists images by platform, an image's platform stands in its configuration. */
export type Manifest =
  | { readonly kind: 'index'; readonly images: readonly PlatformImage[] }
  | {
      readonly kind: 'image';
      readonly configDigest: string;
      /** Those that the registry itself keeps. */
      readonly layerDigests: readonly string[];
      /** Bytes of all its layers, compressed as they are sent. */
      readonly size: number;
    };

/**
 * Reads a manifest. Entries that are attestations, not images, are left out.
 * @returns `undefined` when it is neither an index nor an image
 */
export function readManifest(content: unknown): Manifest | undefined {
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
      images: images.map((entry) => ({
        platform: platformOf(entry.platform),
        digest: entry.digest,
      })),
    };
  }
  const asImage = v.safeParse(manifest, content);
  if (!asImage.success) return undefined;
  const { config, layers } = asImage.output;
  return {
    kind: 'image',
    configDigest: config.digest,
    // A layer with addresses of its own (Windows base layers) is fetched from there.
    layerDigests: layers.filter(({ urls = [] }) => urls.length === 0).map((layer) => layer.digest),
    size: layers.reduce((sum, layer) => sum + layer.size, 0),
  };
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

/** What an image's configuration says of it. */
export function describeConfiguration(content: unknown): ImageDescription {
  const result = v.safeParse(configuration, content);
  if (!result.success)
    return { labels: new Map(), created: undefined, healthcheck: false, volumes: [] };
  const { created, config } = result.output;
  const [test = 'NONE'] = config?.Healthcheck?.Test ?? [];
  return {
    labels: new Map(Object.entries(config?.Labels ?? {})),
    created,
    healthcheck: test !== 'NONE',
    volumes: Object.keys(config?.Volumes ?? {}),
  };
}

/**
 * Whether an image for `available` runs where `wanted` is asked for.
 * Source: the normal forms of https://pkg.go.dev/github.com/containerd/platforms
 */
export function samePlatform(wanted: string, available: string): boolean {
  return normalPlatform(wanted) === normalPlatform(available);
}

/** Whether an image for `available` runs on a machine for `machine`, older kinds of its processor included. */
export function runsOn(machine: string, available: string): boolean {
  if (samePlatform(machine, available)) return true;
  const [os, architecture = '', variant = ''] = normalPlatform(machine).split('/');
  const [otherOs, other = '', otherVariant = ''] = normalPlatform(available).split('/');
  if (os !== otherOs) return false;
  if (architecture === 'amd64') return other === '386';
  if (other !== 'arm') return false;
  return architecture === 'arm64' || (architecture === 'arm' && otherVariant <= variant);
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  i386: '386',
  i686: '386',
  armhf: 'arm/v7',
  armv7l: 'arm/v7',
  armel: 'arm/v6',
  armv6l: 'arm/v6',
};

// The variant that an architecture has when none is named.
const usualVariants: Readonly<Record<string, string>> = { amd64: 'v1', arm64: 'v8', arm: 'v7' };

function normalPlatform(name: string): string {
  const parts = name.toLowerCase().split('/');
  const [os = '', given = '', variant] = parts.length === 1 ? ['linux', ...parts] : parts;
  const [architecture = '', implied] = (architectures[given] ?? given).split('/');
  return [os, architecture, variant ?? implied ?? usualVariants[architecture] ?? ''].join('/');
}
