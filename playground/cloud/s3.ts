import { createHash } from 'node:crypto';
import { listen, type Asked, type Listener, type Reply } from './listen.js';
import { isSignedBy, readCredential } from './signature-v4.js';

/** A bucket with the permissions that accounts have on it. */
export interface S3Bucket {
  readonly region: string;
  readonly versioning?: 'Enabled' | 'Suspended';
  /** Key id → `s3:ListBucket`, `s3:GetObject` … */
  readonly policy: Readonly<Record<string, readonly string[]>>;
  readonly objects: Map<string, Buffer>;
}

export interface S3Account {
  readonly secret: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

/** The part of S3 that a check meets, by path: `/bucket/key`. */
export interface S3 extends Listener {
  readonly buckets: Map<string, S3Bucket>;
  readonly accounts: Map<string, S3Account>;
}

/**
 * Starts it. The signature of each request is verified; errors are those of
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export async function startS3(): Promise<S3> {
  const buckets = new Map<string, S3Bucket>();
  const accounts = new Map<string, S3Account>();
  const listener = await listen((asked) => answer(asked, buckets, accounts));
  return { ...listener, buckets, accounts };
}

function answer(asked: Asked, buckets: S3['buckets'], accounts: S3['accounts']): Reply {
  const credential = readCredential(asked);
  if (credential === undefined) return problem(403, 'AccessDenied', 'Access Denied');
  const account = accounts.get(credential.keyId);
  if (account === undefined)
    return problem(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist.');
  if (asked.headers['x-amz-security-token'] !== account.sessionToken)
    return problem(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  if (!isSignedBy(account.secret, asked, credential))
    return problem(403, 'SignatureDoesNotMatch', 'The request signature does not match.');
  const [, name = '', key = ''] = /^\/([^/]+)\/(.*)$/.exec(asked.url.pathname) ?? [];
  const bucket = buckets.get(name);
  if (bucket === undefined)
    return problem(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (bucket.region !== credential.region)
    return problem(
      400,
      'AuthorizationHeaderMalformed',
      `the region '${credential.region}' is wrong; expecting '${bucket.region}'`,
      `<Region>${bucket.region}</Region>`,
    );
  const rights = bucket.policy[credential.keyId] ?? [];
  return key === ''
    ? answerBucket(asked, bucket, rights)
    : answerObject(asked, key, bucket, rights);
}

const denied = problem(403, 'AccessDenied', 'Access Denied');

function answerBucket(
  { url, method }: Asked,
  { versioning, objects }: S3Bucket,
  rights: readonly string[],
): Reply {
  if (method !== 'GET') return problem(405, 'MethodNotAllowed', 'not here');
  if (url.searchParams.has('versioning')) {
    if (!rights.includes('s3:GetBucketVersioning')) return denied;
    const status = versioning === undefined ? '' : `<Status>${versioning}</Status>`;
    return xml(200, `<VersioningConfiguration>${status}</VersioningConfiguration>`);
  }
  if (!rights.includes('s3:ListBucket')) return denied;
  const keys = [...objects.keys()].map((key) => `<Contents><Key>${key}</Key></Contents>`);
  return xml(200, `<ListBucketResult>${keys.join('')}</ListBucketResult>`);
}

function answerObject(
  { method, headers, body }: Asked,
  key: string,
  { objects }: S3Bucket,
  rights: readonly string[],
): Reply {
  if (method === 'PUT') {
    if (!rights.includes('s3:PutObject')) return denied;
    const md5 = headers['content-md5'];
    if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64'))
      return problem(400, 'BadDigest', 'The Content-MD5 you specified did not match.');
    if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
      return problem(400, 'XAmzContentSHA256Mismatch', 'The sha256 does not match.');
    objects.set(key, body);
    return { status: 200 };
  }
  if (method !== 'GET') return problem(405, 'MethodNotAllowed', 'not here');
  if (!rights.includes('s3:GetObject')) return denied;
  const content = objects.get(key);
  if (content !== undefined) return { status: 200, body: content.toString('utf8') };
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions)
  return rights.includes('s3:ListBucket')
    ? problem(404, 'NoSuchKey', 'The specified key does not exist.')
    : denied;
}

function problem(status: number, code: string, message: string, more = ''): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`);
}

function xml(status: number, content: string): Reply {
  return {
    status,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${content}`,
    headers: { 'content-type': 'application/xml' },
  };
}
