import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Asked } from './listen.js';

/** What a request says of its signature. */
export interface Credential {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` of the service S3. */
export function readCredential({ headers }: Asked): Credential | undefined {
  const [, keyId = '', date = '', region = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  return keyId === ''
    ? undefined
    : { keyId, date, region, signedHeaders: names.split(';'), signature };
}

/**
 * Whether the signature is that of the secret. Written from the description, with nothing of what the client
 * uses: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function isSignedBy(secret: string, asked: Asked, credential: Credential): boolean {
  const { date, region, signedHeaders, signature } = credential;
  const required = [
    'host',
    ...Object.keys(asked.headers).filter((name) => name.startsWith('x-amz-')),
  ];
  if (!required.every((name) => signedHeaders.includes(name))) return false;
  const time = header(asked, 'x-amz-date');
  const toSign = [
    'AWS4-HMAC-SHA256',
    time,
    `${date}/${region}/s3/aws4_request`,
    sha256(canonicalRequest(asked, signedHeaders)),
  ].join('\n');
  const key = [date, region, 's3', 'aws4_request'].reduce<Buffer>(
    (parent, part) => hmac(parent, part),
    Buffer.from(`AWS4${secret}`),
  );
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'));
}

function canonicalRequest(asked: Asked, signedHeaders: readonly string[]): string {
  const [path = '', query = ''] = asked.target.split('?');
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', value = ''] = part.split('=');
      return `${encode(decodeURIComponent(name))}=${encode(decodeURIComponent(value))}`;
    })
    .sort();
  return [
    asked.method,
    path
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    parameters.join('&'),
    ...signedHeaders.map((name) => `${name}:${header(asked, name).trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    header(asked, 'x-amz-content-sha256'),
  ].join('\n');
}

/** `UriEncode`: everything but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function header({ headers }: Asked, name: string): string {
  return String(headers[name] ?? '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
