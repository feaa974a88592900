import { createHash } from 'node:crypto';
import {
  formatImageReference,
  imageName,
  type ImageReference,
} from '../../image/image-reference.js';
import {
  samePlatform,
  readManifest,
  platformOf,
  manifestTypes,
  describeConfiguration,
  type Manifest,
} from '../../image/manifest.js';
import { failure } from '../../errors/index.js';
import { oneLine } from '../../text/one-line.js';
import { isRepositoryMissing, recogniseRefusal } from '../plan/registry-refusal.js';
import type { RegistryAnswer } from './registry-answer.js';
import type { RemoteImage, ImageDescription } from '../../image/remote-image.js';
import { RegistrySession, type RegistryAccess } from './registry-session.js';

interface StoredManifest {
  readonly digest: string;
  readonly body: Buffer;
  readonly mediaType: string;
  readonly etag: string | undefined;
  readonly manifest: Manifest;
}

/** One repository of a registry, with what was read of it. */
export class RepositoryClient {
  readonly #session: RegistrySession;
  /** By tag or digest: the newest that was seen there. */
  readonly #manifests = new Map<string, StoredManifest>();
  readonly #configurations = new Map<string, unknown>();

  constructor(reference: ImageReference, access: RegistryAccess) {
    this.#session = new RegistrySession(reference, access);
  }

  get requests(): number {
    return this.#session.requests;
  }

  async find(reference: ImageReference, signal?: AbortSignal): Promise<RemoteImage | undefined> {
    const found = await this.#manifest(reference, nameOf(reference), signal);
    if (found === undefined) return undefined;
    const { digest, manifest } = found;
    if (manifest.kind === 'index')
      return { digest, platforms: manifest.images.map(({ platform }) => platform) };
    const configuration = await this.#configuration(reference, manifest.configDigest, signal);
    return { digest, platforms: [platformOf(configuration)] };
  }

  async describe(
    reference: ImageReference,
    signal?: AbortSignal,
  ): Promise<ImageDescription | undefined> {
    const found = await this.#manifest(reference, nameOf(reference), signal);
    if (found === undefined) return undefined;
    const { manifest } = found;
    const first = manifest.kind === 'index' ? manifest.images.slice(0, 1) : [];
    const platforms = first.map(({ platform }) => platform);
    const [image] = await this.#images(reference, manifest, platforms, signal);
    if (image === undefined) return describeConfiguration(undefined);
    return describeConfiguration(await this.#configuration(reference, image.configDigest, signal));
  }

  async missingBlobs(
    reference: ImageReference,
    platforms: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    const found = await this.#manifest(reference, nameOf(reference), signal);
    if (found === undefined) return [nameOf(reference)];
    const images = await this.#images(reference, found.manifest, platforms, signal);
    const wanted = new Set(
      images.flatMap(({ configDigest, layerDigests }) => [configDigest, ...layerDigests]),
    );
    const missing: string[] = [];
    for (const digest of wanted) {
      const { status } = await this.#session.send(
        'HEAD',
        `blobs/${digest}`,
        { headers: {} },
        signal,
      );
      if (status === 404) missing.push(digest);
    }
    return missing;
  }

  async size(
    reference: ImageReference,
    platform: string,
    signal?: AbortSignal,
  ): Promise<number | undefined> {
    const found = await this.#manifest(reference, nameOf(reference), signal);
    if (found === undefined) return undefined;
    const [image] = await this.#images(reference, found.manifest, [platform], signal);
    return image?.size;
  }

  async addTag(reference: ImageReference, tag: string): Promise<void> {
    const found = await this.#manifest(reference, nameOf(reference), undefined);
    if (found === undefined)
      throw failure('image-not-found', { image: formatImageReference(reference) });
    const init = { headers: { 'content-type': found.mediaType }, body: found.body };
    await this.#session.send('PUT', `manifests/${tag}`, init, undefined);
  }

  /** The images that a manifest leads to: itself, or those of an index for the wanted platforms. */
  async #images(
    reference: ImageReference,
    manifest: Manifest,
    platforms: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Extract<Manifest, { kind: 'image' }>[]> {
    if (manifest.kind === 'image') return [manifest];
    const wanted = manifest.images.filter(
      ({ platform }) =>
        platforms.length === 0 || platforms.some((name) => samePlatform(name, platform)),
    );
    const images: Extract<Manifest, { kind: 'image' }>[] = [];
    for (const { digest } of wanted) {
      const found = await this.#manifest(reference, digest, signal);
      if (found?.manifest.kind !== 'image')
        throw invalid(reference, `its index names ${digest}, which is not an image`);
      images.push(found.manifest);
    }
    return images;
  }

  async #manifest(
    reference: ImageReference,
    name: string,
    signal: AbortSignal | undefined,
  ): Promise<StoredManifest | undefined> {
    const known = this.#manifests.get(name);
    if (known !== undefined && isDigest(name)) return known;
    const answer = await this.#session.send(
      'GET',
      `manifests/${name}`,
      {
        headers: {
          accept: manifestTypes.join(', '),
          ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
        },
      },
      signal,
    );
    if (answer.status === 304 && known !== undefined) return known;
    if (answer.status === 404) {
      refuseMissingRepository(reference, answer);
      return undefined;
    }
    const digest = digestOf(answer.body);
    const claimed = answer.headers.get('docker-content-digest') ?? digest;
    const asked = isDigest(name) ? name : digest;
    if (claimed !== digest || asked !== digest)
      throw invalid(
        reference,
        `the content's digest is ${digest}, not ${isDigest(name) ? asked : claimed}`,
      );
    const manifest = readManifest(parseJson(reference, answer.body));
    if (manifest === undefined)
      throw invalid(reference, 'it is neither an image manifest nor an index');
    const { headers, body } = answer;
    const stored = {
      digest,
      body,
      manifest,
      mediaType: headers.get('content-type') ?? manifestTypes[1],
      etag: headers.get('etag') ?? undefined,
    };
    this.#manifests.set(name, stored).set(digest, stored);
    return stored;
  }

  async #configuration(
    reference: ImageReference,
    digest: string,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    if (!this.#configurations.has(digest)) {
      const answer = await this.#session.send('GET', `blobs/${digest}`, { headers: {} }, signal);
      if (answer.status === 404)
        throw invalid(reference, 'the manifest names a configuration that is not there');
      if (digestOf(answer.body) !== digest)
        throw invalid(reference, `what it sends as ${digest} has another digest`);
      this.#configurations.set(digest, parseJson(reference, answer.body));
    }
    return this.#configurations.get(digest);
  }
}

// Most registries make a repository when something is pushed: then it is worth waiting for.
function refuseMissingRepository(
  reference: ImageReference,
  { status, words }: RegistryAnswer,
): void {
  if (!isRepositoryMissing(reference, words)) return;
  const { entry, remedy } = recogniseRefusal(reference, words, 'pull', {
    anonymous: false,
    loginRefused: false,
  });
  throw failure(entry, {
    registry: reference.registry,
    image: imageName(reference),
    who: '',
    message: `${status} ${words}`,
    remedy,
  });
}

function nameOf({ digest, tag }: ImageReference): string {
  return digest ?? tag ?? 'latest';
}

function isDigest(name: string): boolean {
  return name.startsWith('sha256:');
}

function digestOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

function parseJson(reference: ImageReference, body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw invalid(reference, 'it is no JSON', cause);
  }
}

function invalid(reference: ImageReference, message: string, cause?: unknown): Error {
  const { registry } = reference;
  const image = formatImageReference(reference);
  return failure(
    'registry-answer-invalid',
    { registry, image, message: oneLine(message) },
    { cause },
  );
}
