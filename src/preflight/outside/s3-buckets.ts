import { createHash, randomUUID } from 'node:crypto';
import { failure } from '../../errors/index.js';
import type { BucketWish, S3Subject } from '../plan/check.js';
import type { BucketState, BucketStore } from '../bucket-store.js';
import { element, S3Session, type S3Answer, type S3Login } from './s3-session.js';

const remedy =
  'Put `aws-actions/configure-aws-credentials` before this step, in the same job; for another store set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY under `env:`.';

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const refusedLogins =
  /^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|InvalidSecurity|RequestTimeTooSkewed)$/;

/**
 * Buckets through the S3 API, with the login of the environment. Nothing is written. S3 can't be asked for
 * permissions, so each is tried where it can do nothing: reading, on an object that is not there (404 means
 * that it may be read, 403 that it may not:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html); writing, with a body that does not fit
 * its digests, which S3 refuses as `BadDigest` only to those who may write.
 */
export function s3Buckets(
  { endpoint, region }: Pick<S3Subject, 'endpoint' | 'region'>,
  env: NodeJS.ProcessEnv,
): BucketStore {
  const usual = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
  return {
    async look(wish, signal) {
      const login = loginOf(env);
      const { AwsV4Signer } = await import('aws4fetch');
      const session = new S3Session(
        wish.bucket,
        endpoint,
        region ?? usual,
        login,
        AwsV4Signer,
        signal,
      );
      const state = await lookOnce(session, wish);
      if (state.kind !== 'elsewhere' || region !== undefined) return state;
      return lookOnce(session.in(state.region), wish);
    },
  };
}

async function lookOnce(session: S3Session, wish: BucketWish): Promise<BucketState> {
  const refusal = wish.access === 'read' ? await tryToRead(session) : await tryToWrite(session);
  return refusal ?? { kind: 'open', versioned: await versioning(session, wish) };
}

/** The refusal, or `undefined` where the bucket may be read. */
async function tryToRead(session: S3Session): Promise<BucketState | undefined> {
  const list = await session.send('GET', '', 'list-type=2&max-keys=1');
  if (list.status !== 200) return refusal(session, list, 's3:ListBucket');
  const object = await session.send('GET', absentKey());
  return object.status === 404 ? undefined : refusal(session, object, 's3:GetObject');
}

async function tryToWrite(session: S3Session): Promise<BucketState | undefined> {
  const key = absentKey();
  const answer = await session.send('PUT', key, '', {
    body: 'This must not be stored.',
    // Of other content: two digests that S3 compares, so that a store that knows only one refuses too.
    'content-md5': createHash('md5').update(key).digest('base64'),
    'x-amz-content-sha256': createHash('sha256').update(key).digest('hex'),
  });
  if (answer.status === 400 && /digest|sha256/i.test(answer.code)) return undefined;
  if (answer.status !== 200) return refusal(session, answer, 's3:PutObject');
  // A store that compares nothing has taken it.
  await session.send('DELETE', key);
  return undefined;
}

function absentKey(): string {
  return `deploy-kit-preflight-${randomUUID()}`;
}

/** `undefined`: nobody asked, or the login may not see it. */
async function versioning(
  session: S3Session,
  { versioned }: BucketWish,
): Promise<boolean | undefined> {
  if (!versioned) return undefined;
  const { status, text } = await session.send('GET', '', 'versioning=');
  return status === 200 ? /<Status>\s*Enabled\s*</.test(text) : undefined;
}

function refusal(session: S3Session, answer: S3Answer, permission: string): BucketState {
  const { status, code, text, headers } = answer;
  const region = headers.get('x-amz-bucket-region') ?? element(text, 'Region');
  if (status === 301 || code === 'AuthorizationHeaderMalformed')
    if (region !== '') return { kind: 'elsewhere', region };
  if (status === 404) return { kind: 'missing' };
  if (refusedLogins.test(code))
    throw failure('cloud-login-refused', {
      cloud: session.cloud,
      message: `${code}: ${element(text, 'Message')}`,
      remedy,
    });
  if (status !== 403)
    throw failure('cloud-unreachable', {
      cloud: session.cloud,
      url: session.url,
      message: `It answered ${status} ${code} ${element(text, 'Message')}`.trim(),
    });
  return {
    kind: 'refused',
    lacking: [permission],
    message: `${status} ${code}`,
    // Amazon says 404 of names that nobody has; other stores may hide that.
    exists: session.isAmazon,
  };
}

function loginOf(env: NodeJS.ProcessEnv): S3Login {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey)
    throw failure('cloud-login-missing', {
      cloud: 'AWS',
      message: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set in this job.',
      remedy,
    });
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
