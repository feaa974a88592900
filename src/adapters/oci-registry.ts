import { createHash } from 'node:crypto';
import { failure } from '../errors/index.js';
import { parseChallenge, type Challenge } from '../plan/bearer-challenge.js';
import { formatImageReference, imageName, type ImageReference } from '../plan/image-reference.js';
import {
  labelsOf,
  manifestPlatforms,
  manifestTypes,
  platformOf,
  type ManifestPlatforms,
} from '../plan/manifest.js';
import type { Registry, RemoteImage } from '../ports/registry.js';
import { dockerLogin, type RegistryAccount } from './docker-login.js';

/** One question to a registry takes a second; more than this is no answer. */
const requestTimeoutMilliseconds = 20_000;

/** Manifests are small; the specification lets registries refuse more than this. */
const maxBodyBytes = 4 * 1024 * 1024;

/**
 * A registry by the OCI distribution API (https://github.com/opencontainers/distribution-spec).
 * @param account wins over docker's own login on this machine
 */
export function ociRegistry(account: RegistryAccount | undefined): Registry {
  return {
    find: (reference, signal) => new RegistryClient(reference, account, signal).find(),
    labels: (reference, signal) => new RegistryClient(reference, account, signal).labels(),
  };
}

class RegistryClient {
  readonly #reference: ImageReference;
  readonly #account: RegistryAccount | undefined;
  readonly #signal: AbortSignal | undefined;
  #authorization: string | undefined;
  #who = 'an anonymous request';

  constructor(
    reference: ImageReference,
    account: RegistryAccount | undefined,
    signal: AbortSignal | undefined,
  ) {
    this.#reference = reference;
    this.#account = account;
    this.#signal = signal;
  }

  async find(): Promise<RemoteImage | undefined> {
    const { digest, tag } = this.#reference;
    const found = await this.#manifest(digest ?? tag ?? 'latest');
    if (found === undefined) return undefined;
    const platforms =
      found.listed.kind === 'index'
        ? found.listed.platforms
        : [platformOf(await this.#configuration(found.listed.configDigest))];
    return { digest: found.digest, platforms };
  }

  async labels(): Promise<ReadonlyMap<string, string> | undefined> {
    const { digest, tag } = this.#reference;
    let found = await this.#manifest(digest ?? tag ?? 'latest');
    if (found?.listed.kind === 'index') {
      const [first] = found.listed.digests;
      if (first === undefined) return new Map();
      found = await this.#manifest(first);
    }
    if (found === undefined) return undefined;
    if (found.listed.kind === 'index')
      throw this.#invalid('its index names another index as the image of a platform');
    return labelsOf(await this.#configuration(found.listed.configDigest));
  }

  async #manifest(
    name: string,
  ): Promise<{ readonly digest: string; readonly listed: ManifestPlatforms } | undefined> {
    const answer = await this.#get(`manifests/${name}`, manifestTypes.join(', '));
    if (answer.status === 404) return undefined;
    const body = await this.#body(answer);
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const claimed = answer.headers.get('docker-content-digest') ?? digest;
    const asked = name.startsWith('sha256:') ? name : undefined;
    if (claimed !== digest || (asked !== undefined && asked !== digest))
      throw this.#invalid(`the content's digest is ${digest}, not ${asked ?? claimed}`);
    const listed = manifestPlatforms(this.#json(body));
    if (listed === undefined) throw this.#invalid('it is neither an image manifest nor an index');
    return { digest, listed };
  }

  async #configuration(digest: string): Promise<unknown> {
    const config = await this.#get(`blobs/${digest}`, '*/*');
    if (config.status === 404)
      throw this.#invalid('the manifest names a configuration that is not there');
    return this.#json(await this.#body(config));
  }

  async #get(path: string, accept: string): Promise<Response> {
    const { registry, repository } = this.#reference;
    const url = new URL(`${baseUrl(registry)}/v2/${repository}/${path}`);
    let answer = await this.#fetch(url, { accept, ...this.#credentials() });
    if (answer.status === 401 && this.#authorization === undefined) {
      const challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '');
      await answer.body?.cancel();
      this.#authorization = await this.#authorize(challenge);
      answer = await this.#fetch(url, { accept, ...this.#credentials() });
    }
    if (answer.status === 401 || answer.status === 403) {
      await answer.body?.cancel();
      throw this.#denied(answer.status);
    }
    if (!answer.ok && answer.status !== 404)
      throw this.#unreachable(`It answered ${answer.status} to ${url.pathname}.`);
    return answer;
  }

  // A blob may be served from elsewhere: fetch drops the header on a redirect to another host.
  #credentials(): Record<string, string> {
    return this.#authorization === undefined ? {} : { authorization: this.#authorization };
  }

  async #authorize(challenge: Challenge | undefined): Promise<string> {
    const account = this.#account ?? (await dockerLogin(this.#reference.registry));
    if (account !== undefined) this.#who = `the account ${account.username}`;
    const basic =
      account === undefined
        ? undefined
        : `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
    if (challenge === undefined || challenge.scheme === 'basic') {
      if (basic === undefined) throw this.#denied(401);
      return basic;
    }
    return this.#bearer(challenge, basic);
  }

  async #bearer(
    { realm, service, scope }: Challenge & { scheme: 'bearer' },
    basic: string | undefined,
  ): Promise<string> {
    const url = new URL(realm);
    if (url.protocol !== 'https:' && !isLoopback(url.hostname))
      throw this.#unreachable(`It sends to ${realm} for a token, which is not encrypted.`);
    if (service !== undefined) url.searchParams.set('service', service);
    url.searchParams.set('scope', scope ?? `repository:${this.#reference.repository}:pull`);
    const answer = await this.#fetch(url, basic === undefined ? {} : { authorization: basic });
    if (answer.status === 401 || answer.status === 403) throw this.#denied(answer.status);
    if (!answer.ok) throw this.#unreachable(`Its token service answered ${answer.status}.`);
    const { token, access_token } = this.#json(await this.#body(answer)) as {
      token?: string;
      access_token?: string;
    };
    const value = token ?? access_token;
    if (value === undefined) throw this.#invalid('its token service sent no token');
    return `Bearer ${value}`;
  }

  async #fetch(url: URL, headers: Record<string, string>): Promise<Response> {
    const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
    const signal = this.#signal === undefined ? timeout : AbortSignal.any([timeout, this.#signal]);
    try {
      return await fetch(url, { headers, signal });
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw this.#unreachable(explainFetch(error), error);
    }
  }

  async #body(answer: Response): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > maxBodyBytes) throw this.#invalid(`it is larger than ${maxBodyBytes} bytes`);
      chunks.push(chunk as Uint8Array);
    }
    return Buffer.concat(chunks);
  }

  #json(body: Buffer): unknown {
    try {
      return JSON.parse(body.toString('utf8'));
    } catch (cause) {
      throw this.#invalid('it is no JSON', cause);
    }
  }

  #denied(status: number): Error {
    const { registry } = this.#reference;
    return failure('registry-denied', {
      registry,
      image: imageName(this.#reference),
      status,
      who: this.#who,
    });
  }

  #unreachable(message: string, cause?: unknown): Error {
    return failure(
      'registry-unreachable',
      { registry: this.#reference.registry, message },
      { cause },
    );
  }

  #invalid(message: string, cause?: unknown): Error {
    const image = formatImageReference(this.#reference);
    return failure(
      'registry-answer-invalid',
      { registry: this.#reference.registry, image, message },
      { cause },
    );
  }
}

/** Where a registry's API is. Plain HTTP is for this machine alone, as in Docker. */
function baseUrl(registry: string): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  const { hostname } = new URL(`http://${registry}`);
  return `${isLoopback(hostname) ? 'http' : 'https'}://${registry}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

// fetch says "fetch failed"; why stands in its cause.
function explainFetch(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.message || cause.name}.` : String(cause);
}
