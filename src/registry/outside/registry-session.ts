import { DeployKitError, failure } from '../../errors/index.js';
import { parseChallenge, type Challenge } from '../plan/bearer-challenge.js';
import { imageName, type ImageReference } from '../../image/image-reference.js';
import { oneLine } from '../../text/one-line.js';
import { recogniseRefusal } from '../plan/registry-refusal.js';
import { RetryAfter, type RegistryAccount } from '../registry.js';
import { dockerLogin, type Login } from './docker-login.js';
import { explainFetch } from '../../net/outside/explain-fetch.js';
import { readBody } from '../../net/outside/read-body.js';
import { fetchToken, grantedActions, isLoopback, type BearerToken } from './registry-token.js';
import type { RegistryAnswer } from './registry-answer.js';

/** How a registry is reached. */
export interface RegistryAccess {
  /** Wins over docker's own login on this machine, at its registry and nowhere else. */
  readonly account?: (RegistryAccount & { readonly registry: string }) | undefined;
  /** Whether registries beside those on this machine may be asked without encryption. */
  readonly plainHttp?: boolean;
  /** Sends a request; the tests replay recorded answers through it. */
  readonly fetch?: typeof fetch;
}

/** What is sent beside the address. */
interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** One question to a registry takes a second; more than this is no answer. */
const requestTimeoutMilliseconds = 20_000;

/** Manifests are small; the specification lets registries refuse more than this. */
const maxBodyBytes = 4 * 1024 * 1024;

/** Requests to one repository of a registry: logs in when asked to, and keeps the token as long as it lives. */
export class RegistrySession {
  requests = 0;
  readonly #image: ImageReference;
  readonly #access: RegistryAccess;
  readonly #base: string;
  #challenge: Challenge | undefined;
  #login: Login | undefined;
  #token: BearerToken | undefined;
  /** The token service has accepted the login: what is refused later is access. */
  #accepted = false;

  constructor(image: ImageReference, access: RegistryAccess) {
    this.#image = image;
    this.#access = access;
    this.#base = `${baseUrl(image.registry, access.plainHttp === true)}/v2/${image.repository}`;
  }

  /**
   * @param path below the repository's own, or from the root of its registry
   * @returns the answer, also to what is not there (404) or has not changed (304)
   * @throws {DeployKitError} `registry-unreachable` (with a `RetryAfter` as its cause where the registry
   * asks for a pause), and an entry for each kind of refusal
   */
  async send(
    method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    { headers, body }: Question,
    signal: AbortSignal | undefined,
  ): Promise<RegistryAnswer> {
    const url = new URL(path, `${this.#base}/`);
    const ask = async (): Promise<RegistryAnswer> =>
      this.#request(
        url,
        {
          method,
          headers: { ...headers, ...(await this.#authorization(signal)) },
          ...(body === undefined ? {} : { body }),
        },
        signal,
      );
    let answer = await ask();
    if (answer.status === 401) {
      // The first request of all, one that needs more rights, or a token that ended early.
      this.#token = undefined;
      this.#challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '') ?? basic;
      answer = await ask();
    }
    const { status, words } = answer;
    if (status === 401 || status === 403)
      throw this.#refused(
        answer,
        status === 401 && !this.#accepted,
        method === 'GET' || method === 'HEAD' ? 'pull' : 'push',
      );
    if (status === 429 || status >= 500) throw this.#busy(answer, url);
    if (status >= 400 && status !== 404)
      throw this.#unreachable(`It answered ${status} to ${url.pathname}: ${words}`);
    return answer;
  }

  /**
   * Asks the token service for the right to push, once a request has shown that there is one.
   * @returns whether the token says that it has the right; `undefined` when only the registry can read it,
   * or there is no token service
   * @throws {DeployKitError} an entry for each kind of refusal
   */
  async mayPush(signal: AbortSignal | undefined): Promise<true | undefined> {
    if (this.#challenge?.scheme !== 'bearer') return undefined;
    const scope = `repository:${this.#image.repository}:pull,push`;
    this.#token = await this.#fetchToken({ ...this.#challenge, scope }, signal, 'push');
    const granted = grantedActions(this.#token.value);
    if (granted === undefined) return undefined;
    if (granted.includes('push')) return true;
    const words = `its token service gives the rights ${granted.join(', ') || 'none'}`;
    throw this.#refused({ status: 403, words }, false, 'push');
  }

  // Nothing is sent before the registry asks: it decides who gets to see credentials.
  async #authorization(signal: AbortSignal | undefined): Promise<Record<string, string>> {
    if (this.#challenge === undefined) return {};
    const { account } = await this.#loggedIn();
    if (this.#challenge.scheme === 'basic')
      return account?.kind === 'password' ? { authorization: basicHeader(account) } : {};
    if (this.#token === undefined || this.#token.expires <= Date.now())
      this.#token = await this.#fetchToken(this.#challenge, signal);
    return { authorization: `Bearer ${this.#token.value}` };
  }

  async #fetchToken(
    challenge: Challenge & { scheme: 'bearer' },
    signal: AbortSignal | undefined,
    action: 'pull' | 'push' = 'pull',
  ): Promise<BearerToken> {
    const realm = new URL(challenge.realm);
    if (realm.protocol !== 'https:' && !isLoopback(realm.hostname) && !this.#access.plainHttp)
      throw this.#unreachable(
        `It sends to ${challenge.realm} for a token, which is not encrypted.`,
      );
    const scope = challenge.scope ?? `repository:${this.#image.repository}:pull`;
    const { account } = await this.#loggedIn();
    const { answer, token } = await fetchToken({ ...challenge, scope }, account, (url, init) =>
      this.#request(url, init, signal),
    );
    this.#accepted = token !== undefined;
    if (token !== undefined) return token;
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw this.#refused(answer, answer.status !== 403, action);
    if (answer.status >= 400) throw this.#busy(answer, realm);
    throw failure('registry-answer-invalid', {
      registry: this.#image.registry,
      image: imageName(this.#image),
      message: 'its token service sent no token',
    });
  }

  async #loggedIn(): Promise<Login> {
    const { account } = this.#access;
    this.#login ??=
      account?.registry !== this.#image.registry
        ? await dockerLogin(this.#image.registry)
        : { account: { kind: 'password', ...account }, who: `the account ${account.username}` };
    return this.#login;
  }

  async #request(
    url: URL,
    init: RequestInit,
    signal: AbortSignal | undefined,
  ): Promise<RegistryAnswer> {
    this.requests += 1;
    const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
    const both = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      // A blob may be served from elsewhere: fetch drops credentials on a redirect to another host.
      const answer = await (this.#access.fetch ?? fetch)(url, { ...init, signal: both });
      const body = await readBody(answer, maxBodyBytes);
      const { status, headers } = answer;
      return { status, headers, body, words: status >= 400 ? oneLine(wordsOf(body, answer)) : '' };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof DeployKitError) throw error;
      throw this.#unreachable(explainFetch(error), error);
    }
  }

  #refused(
    { status, words }: Pick<RegistryAnswer, 'status' | 'words'>,
    loginRefused: boolean,
    action: 'pull' | 'push' = 'pull',
  ): Error {
    const { account, who = 'an anonymous request' } = this.#login ?? {};
    const { entry, remedy } = recogniseRefusal(this.#image, words, action, {
      anonymous: account === undefined,
      loginRefused,
    });
    const { registry } = this.#image;
    return failure(entry, {
      registry,
      image: imageName(this.#image),
      message: `${status} ${words}`,
      who,
      remedy,
    });
  }

  #busy({ status, headers, words }: RegistryAnswer, url: URL): Error {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return this.#unreachable(
      `It answered ${status} to ${url.pathname}: ${words}`,
      seconds > 0 ? new RetryAfter(seconds) : undefined,
    );
  }

  #unreachable(message: string, cause?: unknown): Error {
    const { registry } = this.#image;
    return failure('registry-unreachable', { registry, message: oneLine(message) }, { cause });
  }
}

const basic: Challenge = { scheme: 'basic' };

function basicHeader({ username, password }: RegistryAccount): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** Where a registry's API is. Plain HTTP is for this machine, as in Docker, or where it is asked for. */
function baseUrl(registry: string, plainHttp: boolean): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  const { hostname } = new URL(`http://${registry}`);
  return `${plainHttp || isLoopback(hostname) ? 'http' : 'https'}://${registry}`;
}

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
function wordsOf(body: Buffer, { statusText }: Response): string {
  try {
    const { errors, details } = JSON.parse(body.toString('utf8')) as {
      errors?: { code?: string; message?: string }[];
      details?: string;
    };
    const said = (errors ?? []).map(({ code = '', message = '' }) => `${code}: ${message}`);
    return [...said, ...(details === undefined ? [] : [details])].join('; ') || statusText;
  } catch {
    return statusText;
  }
}
