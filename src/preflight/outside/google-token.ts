import { createSign } from 'node:crypto';
import * as v from 'valibot';
import { failure } from '../../errors/index.js';
import { cloudFetch } from '../../net/outside/cloud-fetch.js';
import {
  googleCloud as cloud,
  googleLoginRemedy as remedy,
  missing,
  parseJson,
  readCredentials,
  readFile,
  type ExternalAccount,
  type ServiceAccount,
} from './google-credentials.js';

const scope = 'https://www.googleapis.com/auth/cloud-platform';

const tokenAnswer = v.object({ access_token: v.string() });
const impersonationAnswer = v.object({ accessToken: v.string() });

/**
 * The access token of the login that google-github-actions/auth left in the environment: a token itself, or a
 * file of workload identity federation or of a service account's key.
 * @throws {DeployKitError} `cloud-login-missing`, `cloud-login-refused`, `cloud-unreachable`
 */
export async function googleAccessToken(env: NodeJS.ProcessEnv): Promise<string> {
  const given = env.CLOUDSDK_AUTH_ACCESS_TOKEN || env.GOOGLE_OAUTH_ACCESS_TOKEN;
  if (given) return given;
  const file = env.GOOGLE_APPLICATION_CREDENTIALS ?? '';
  if (file === '')
    throw missing(
      'Neither GOOGLE_APPLICATION_CREDENTIALS nor CLOUDSDK_AUTH_ACCESS_TOKEN is set in this job.',
    );
  const login = readCredentials(file);
  return login.type === 'external_account' ? federatedToken(login) : keyToken(login);
}

/** RFC 8693 with Google's token service; then, where the file says so, as a service account. */
async function federatedToken(login: ExternalAccount): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    audience: login.audience,
    scope,
    subject_token: await subjectToken(login.credential_source),
    subject_token_type: login.subject_token_type,
  });
  const answer = await askJson(login.token_url, { method: 'POST', body });
  const { access_token: token } = read(tokenAnswer, answer, login.token_url);
  const impersonation = login.service_account_impersonation_url;
  if (impersonation === undefined) return token;
  // https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
  const own = await askJson(impersonation, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: [scope], lifetime: '600s' }),
  });
  return read(impersonationAnswer, own, impersonation).accessToken;
}

async function subjectToken(source: ExternalAccount['credential_source']): Promise<string> {
  const field = source.format.subject_token_field_name;
  if ('file' in source) {
    const text = readFile(source.file);
    return field === undefined ? text.trim() : subjectField(parseJson(source.file, text), field);
  }
  const { url, headers } = source;
  if (field === undefined) return (await ask(url, { headers })).trim();
  return subjectField(await askJson(url, { headers }), field);
}

function subjectField(content: unknown, field: string): string {
  const result = v.safeParse(v.record(v.string(), v.unknown()), content);
  const value = result.success ? result.output[field] : undefined;
  if (typeof value !== 'string')
    throw missing(`The identity token has no field \`${field}\`, which the login's file names.`);
  return value;
}

/** RFC 7523: a JWT that the key signs, for a token. */
async function keyToken(login: ServiceAccount): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'RS256', typ: 'JWT', kid: login.private_key_id };
  const claims = {
    iss: login.client_email,
    scope,
    aud: login.token_uri,
    iat: now,
    exp: now + 600,
  };
  const signed = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createSign('sha256').update(signed).sign(login.private_key, 'base64url');
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: `${signed}.${signature}`,
  });
  const answer = await askJson(login.token_uri, { method: 'POST', body });
  return read(tokenAnswer, answer, login.token_uri).access_token;
}

async function ask(url: string, init: RequestInit): Promise<string> {
  const { status, text } = await cloudFetch(cloud, url, init);
  if (status !== 200) throw refused(url, `${status} ${wordsOf(text)}`);
  return text;
}

async function askJson(url: string, init: RequestInit): Promise<unknown> {
  const text = await ask(url, init);
  try {
    return JSON.parse(text);
  } catch {
    throw refused(url, 'no JSON');
  }
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: unknown,
  url: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  throw refused(url, 'an answer without a token');
}

/** OAuth's errors and those of Google's APIs: `{error, error_description}`, `{error: {message}}`. */
function wordsOf(text: string): string {
  try {
    const { error, error_description: description } = JSON.parse(text) as {
      error?: string | { message?: string };
      error_description?: string;
    };
    const name = typeof error === 'object' ? error.message : error;
    return [name, description].filter((part) => part !== undefined).join(': ');
  } catch {
    return '';
  }
}

function refused(url: string, message: string): Error {
  return failure('cloud-login-refused', {
    cloud,
    message: `${message} (${new URL(url).host})`,
    remedy: `${remedy} Its provider must accept this repository (attribute condition), and the service account must let the provider act for it (roles/iam.workloadIdentityUser).`,
  });
}
