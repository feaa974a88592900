import { generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { json, listen, type Asked, type Listener, type Reply } from './listen.js';

/** A bucket with the permissions that accounts have on it. */
export interface GcsBucket {
  readonly versioned: boolean;
  /** Account → `storage.objects.get` … */
  readonly policy: Readonly<Record<string, readonly string[]>>;
}

/** The part of Google Cloud that a check meets: its token services and Cloud Storage's JSON API. */
export interface Google extends Listener {
  readonly buckets: Map<string, GcsBucket>;
  /** Whether a login without rights is told 403 of a bucket that does not exist. */
  hidesMissing: boolean;
  /** What google-github-actions/auth writes for workload identity federation, and for a key. */
  readonly federation: object;
  readonly keyFile: object;
  /** The account that both lead to. */
  readonly account: string;
  /** A token as the action's output `access_token`. */
  newToken(): string;
}

const account = 'deploy@shop.iam.gserviceaccount.com';
const audience =
  '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/github';
const requestToken = 'the-runner-s-request-token';

type Tokens = Map<string, string>;

/** Starts it. */
export async function startGoogle(): Promise<Google> {
  const github = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokens: Tokens = new Map();
  const buckets: Google['buckets'] = new Map();
  const state = { hidesMissing: false };
  const newToken = (owner: string): string => {
    const token = `ya29.${randomBytes(12).toString('hex')}`;
    tokens.set(token, owner);
    return token;
  };
  const listener = await listen((asked) => {
    switch (asked.url.pathname) {
      case '/id-token':
        return identityToken(asked, github.privateKey);
      case '/sts/v1/token':
        return exchange(asked, github.publicKey, newToken);
      case `/iam/${account}:generateAccessToken`:
        return impersonate(asked, tokens, newToken);
      case '/oauth2/token':
        return keyToken(asked, key.publicKey, `${listener.url}/oauth2/token`, newToken);
      default:
        return storage(asked, buckets, tokens, state.hidesMissing);
    }
  });
  return Object.assign(state, listener, {
    buckets,
    account,
    newToken: () => newToken(account),
    federation: {
      universe_domain: 'googleapis.com',
      type: 'external_account',
      audience,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${listener.url}/sts/v1/token`,
      service_account_impersonation_url: `${listener.url}/iam/${account}:generateAccessToken`,
      credential_source: {
        url: `${listener.url}/id-token?audience=${encodeURIComponent(audience)}`,
        headers: { Authorization: `Bearer ${requestToken}` },
        format: { type: 'json', subject_token_field_name: 'value' },
      },
    },
    keyFile: {
      type: 'service_account',
      client_email: account,
      private_key_id: '1',
      private_key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      token_uri: `${listener.url}/oauth2/token`,
    },
  });
}

/** GitHub's side: https://docs.github.com/actions/reference/security/oidc */
function identityToken({ url, headers }: Asked, key: KeyObject): Reply {
  if (headers.authorization !== `Bearer ${requestToken}`) return json(401, { message: 'no' });
  const claims = { iss: 'github', aud: url.searchParams.get('audience'), sub: 'repo:acme/api' };
  const signed = [{ alg: 'RS256' }, claims].map(base64).join('.');
  const signature = sign('sha256', Buffer.from(signed), key).toString('base64url');
  return json(200, { value: `${signed}.${signature}` });
}

/** https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
function exchange({ body }: Asked, issuer: KeyObject, newToken: (owner: string) => string): Reply {
  const form = new URLSearchParams(body.toString('utf8'));
  const claims = verified(form.get('subject_token') ?? '', issuer);
  const isRight =
    form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:token-exchange' &&
    form.get('requested_token_type') === 'urn:ietf:params:oauth:token-type:access_token' &&
    form.get('subject_token_type') === 'urn:ietf:params:oauth:token-type:jwt' &&
    form.get('audience') === audience &&
    form.get('scope') === 'https://www.googleapis.com/auth/cloud-platform';
  if (!isRight || claims?.aud !== audience)
    return json(400, { error: 'invalid_grant', error_description: 'The credential is rejected.' });
  const token = { access_token: newToken('federated'), token_type: 'Bearer', expires_in: 3600 };
  return json(200, token);
}

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken */
function impersonate(
  { headers, body }: Asked,
  tokens: Tokens,
  newToken: (owner: string) => string,
): Reply {
  const { scope = [] } = JSON.parse(body.toString('utf8')) as { scope?: string[] };
  if (ownerOf(headers.authorization, tokens) !== 'federated' || scope.length === 0)
    return json(403, { error: { code: 403, message: 'Permission iam.getAccessToken denied' } });
  return json(200, { accessToken: newToken(account), expireTime: '2030-01-01T00:00:00Z' });
}

/** RFC 7523; https://developers.google.com/identity/protocols/oauth2/service-account#httprest */
function keyToken(
  { body }: Asked,
  key: KeyObject,
  address: string,
  newToken: (owner: string) => string,
): Reply {
  const form = new URLSearchParams(body.toString('utf8'));
  const claims = verified(form.get('assertion') ?? '', key);
  const now = Date.now() / 1000;
  const isRight =
    form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
    claims?.iss === account &&
    claims.aud === address &&
    Number(claims.iat) <= now + 1 &&
    Number(claims.exp) > now &&
    Number(claims.exp) <= now + 3600;
  return isRight
    ? json(200, { access_token: newToken(account), token_type: 'Bearer', expires_in: 3599 })
    : json(400, { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' });
}

/** https://cloud.google.com/storage/docs/json_api/v1/buckets */
function storage(
  { url, headers }: Asked,
  buckets: Google['buckets'],
  tokens: Tokens,
  hidesMissing: boolean,
): Reply {
  const [, name, isTest] =
    /^\/storage\/v1\/b\/([^/]+)(\/iam\/testPermissions)?$/.exec(url.pathname) ?? [];
  if (name === undefined) return json(404, problem(404, 'Not Found'));
  const owner = ownerOf(headers.authorization, tokens);
  if (headers.authorization !== undefined && owner === undefined)
    return json(401, problem(401, 'Invalid Credentials'));
  const bucket = buckets.get(decodeURIComponent(name));
  if (bucket === undefined)
    return owner !== undefined && hidesMissing
      ? json(403, problem(403, denial(owner)))
      : json(404, problem(404, 'The specified bucket does not exist.'));
  const rights = bucket.policy[owner ?? 'allUsers'] ?? [];
  if (isTest !== undefined) {
    const held = url.searchParams.getAll('permissions').filter((one) => rights.includes(one));
    const permissions = held.length === 0 ? {} : { permissions: held };
    return json(200, { kind: 'storage#testIamPermissionsResponse', ...permissions });
  }
  if (!rights.includes('storage.buckets.get'))
    return owner === undefined
      ? json(401, problem(401, denial('Anonymous caller')))
      : json(403, problem(403, denial(owner)));
  return json(200, { name, ...(bucket.versioned ? { versioning: { enabled: true } } : {}) });
}

function denial(who: string): string {
  return `${who} does not have storage.buckets.get access to the Google Cloud Storage bucket. Permission 'storage.buckets.get' denied on resource (or it may not exist).`;
}

function problem(code: number, message: string): object {
  return { error: { code, message } };
}

function ownerOf(authorization: string | undefined, tokens: Tokens): string | undefined {
  return tokens.get((authorization ?? '').replace(/^Bearer /, ''));
}

function verified(jwt: string, key: KeyObject): Readonly<Record<string, unknown>> | undefined {
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  const isGood = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  if (!isGood) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
}

function base64(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
