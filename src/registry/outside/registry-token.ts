import * as v from 'valibot';
import type { Challenge } from '../plan/bearer-challenge.js';
import type { Account } from './docker-login.js';
import type { RegistryAnswer } from './registry-answer.js';

/** A token of a registry's token service. */
export interface BearerToken {
  readonly value: string;
  /** Milliseconds since the epoch, a little early. */
  readonly expires: number;
}

/** So that a token does not end on the way. */
const marginSeconds = 5;

type Send = (url: URL, init: RequestInit) => Promise<RegistryAnswer>;

/**
 * Asks the token service that a challenge names. An identity token is exchanged by OAuth 2
 * (https://distribution.github.io/distribution/spec/auth/oauth/); a password is sent as Basic, and without
 * an account the service is asked for an anonymous token.
 * @returns the token, or the answer alone where it holds none
 */
export async function fetchToken(
  { realm, service, scope }: Challenge & { readonly scheme: 'bearer' },
  account: Account | undefined,
  send: Send,
): Promise<{ readonly answer: RegistryAnswer; readonly token: BearerToken | undefined }> {
  const parameters = new URLSearchParams({
    ...(service === undefined ? {} : { service }),
    ...(scope === undefined ? {} : { scope }),
  });
  const answer =
    account?.kind === 'identity'
      ? await send(new URL(realm), exchange(parameters, account.token))
      : await send(withParameters(realm, parameters), basicLogin(account));
  return { answer, token: answer.status === 200 ? readToken(answer.body) : undefined };
}

/**
 * The rights that a token gives on the repository that it was asked for, where it says so by itself: as a JWT
 * with the claim `access` (https://distribution.github.io/distribution/spec/auth/jwt/). GHCR's and Google's
 * tokens don't: `undefined`.
 */
export function grantedActions(token: string): readonly string[] | undefined {
  try {
    const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { access } = v.parse(claimsSchema, JSON.parse(claims));
    return access?.flatMap(({ actions }) => actions);
  } catch {
    return undefined;
  }
}

const claimsSchema = v.object({
  access: v.nullish(v.array(v.object({ actions: v.array(v.string()) })), undefined),
});

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function exchange(parameters: URLSearchParams, identity: string): RequestInit {
  const body = new URLSearchParams(parameters);
  body.set('grant_type', 'refresh_token');
  body.set('client_id', 'deploy-kit');
  body.set('refresh_token', identity);
  // A redirect would carry the token along in the body.
  return { method: 'POST', body, redirect: 'error' };
}

function withParameters(realm: string, parameters: URLSearchParams): URL {
  const url = new URL(realm);
  for (const [name, value] of parameters) url.searchParams.set(name, value);
  return url;
}

function basicLogin(account: Extract<Account, { kind: 'password' }> | undefined): RequestInit {
  if (account === undefined) return {};
  const { username, password } = account;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return { headers: { authorization } };
}

// What else it may hold could not travel in a header, and the error would show it.
const headerText = v.pipe(v.string(), v.regex(/^[\x21-\x7e]*$/));

const tokenAnswer = v.object({
  token: v.nullish(headerText, ''),
  access_token: v.nullish(headerText, ''),
  expires_in: v.nullish(v.number()),
});

function readToken(body: Buffer): BearerToken | undefined {
  const result = v.safeParse(tokenAnswer, parseJson(body));
  if (!result.success) return undefined;
  const { token, access_token, expires_in } = result.output;
  const value = token === '' ? access_token : token;
  if (value === '') return undefined;
  // Without a word about its life (GHCR), a token is used until it is refused.
  const seconds = expires_in ?? Number.POSITIVE_INFINITY;
  return { value, expires: Date.now() + (seconds - marginSeconds) * 1000 };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
