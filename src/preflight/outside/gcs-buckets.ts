import * as v from 'valibot';
import { failure } from '../../errors/index.js';
import type { BucketWish } from '../plan/check.js';
import type { BucketStore } from '../bucket-store.js';
import { cloudFetch, type CloudAnswer } from '../../net/outside/cloud-fetch.js';
import { googleAccessToken } from './google-token.js';

const cloud = 'Google Cloud Storage';

/** Overwriting an object of Google's takes the right to delete it. */
const permissions = {
  read: ['storage.objects.get', 'storage.objects.list'],
  write: ['storage.objects.create', 'storage.objects.delete'],
} as const;

const held = v.object({ permissions: v.optional(v.array(v.string()), []) });
const bucketFacts = v.object({
  versioning: v.optional(v.object({ enabled: v.optional(v.boolean(), false) })),
});
const errorAnswer = v.object({ error: v.object({ message: v.string() }) });

/**
 * Buckets through Google's JSON API, with the login of the environment. Nothing is written: the API is asked
 * which permissions the login holds (https://cloud.google.com/storage/docs/json_api/v1/buckets/testIamPermissions),
 * which needs none itself. Whether a bucket that gives none exists, an anonymous request tells: 404 for a name
 * that nobody has, 401 for one that somebody has.
 * @param mask takes the access token as soon as it is known
 */
export function gcsBuckets(env: NodeJS.ProcessEnv, mask: (secret: string) => void): BucketStore {
  // gcloud's own setting: https://cloud.google.com/sdk/docs/properties#setting_properties_using_environment_variables
  const override = env.CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE ?? '';
  const api = (override || 'https://storage.googleapis.com/storage/v1/').replace(/\/*$/, '');
  let token: Promise<string> | undefined;
  const headers = async (): Promise<Record<string, string>> => {
    token ??= googleAccessToken(env).then((value) => {
      mask(value);
      return value;
    });
    return { authorization: `Bearer ${await token}` };
  };
  return {
    async look(wish, signal) {
      const url = `${api}/b/${encodeURIComponent(wish.bucket)}`;
      const asMe = { headers: await headers(), signal };
      const wanted = permissions[wish.access];
      const query = wanted.map((name) => `permissions=${name}`).join('&');
      const answer = await cloudFetch(cloud, `${url}/iam/testPermissions?${query}`, asMe);
      if (answer.status === 401) throw refusedLogin(answer);
      const mine = answer.status === 200 ? readJson(held, answer).permissions : [];
      const lacking = wanted.filter((name) => !mine.includes(name));
      if (answer.status === 404) return { kind: 'missing' };
      if (lacking.length === 0)
        return { kind: 'open', versioned: await versioning(url, wish, asMe) };
      const exists = mine.length > 0 || (await existence(url, signal));
      if (exists === false) return { kind: 'missing' };
      return { kind: 'refused', lacking, exists: exists === true, message: wordsOf(answer) };
    },
  };
}

/** `undefined`: nobody asked, or the login may not see it. */
async function versioning(
  url: string,
  { versioned }: BucketWish,
  asMe: RequestInit,
): Promise<boolean | undefined> {
  if (!versioned) return undefined;
  const answer = await cloudFetch(cloud, `${url}?fields=versioning`, asMe);
  if (answer.status !== 200) return undefined;
  return readJson(bucketFacts, answer).versioning?.enabled ?? false;
}

/** Whether anybody has a bucket of that name; `undefined` where the answer does not tell. */
async function existence(url: string, signal: AbortSignal): Promise<boolean | undefined> {
  const { status } = await cloudFetch(cloud, `${url}?fields=name`, { signal });
  if (status === 404) return false;
  return status === 200 || status === 401 || status === 403 ? true : undefined;
}

function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  { text }: CloudAnswer,
): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(text));
}

function wordsOf(answer: CloudAnswer): string {
  if (answer.status === 200) return 'asked for its permissions';
  try {
    return `${answer.status} ${readJson(errorAnswer, answer).error.message}`;
  } catch {
    return String(answer.status);
  }
}

function refusedLogin(answer: CloudAnswer): Error {
  return failure('cloud-login-refused', {
    cloud,
    message: wordsOf(answer),
    remedy:
      "The token has ended or is none of Google's: put `google-github-actions/auth` right before this step; its tokens live for an hour.",
  });
}
