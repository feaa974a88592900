import type { AwsV4Signer } from 'aws4fetch';
import { cloudFetch, type CloudAnswer } from '../../net/outside/cloud-fetch.js';

export interface S3Login {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface S3Answer extends CloudAnswer {
  /** `NoSuchBucket`, `AccessDenied` …; empty where it says none. */
  readonly code: string;
}

/** Signed requests to one bucket. */
export class S3Session {
  readonly url: string;
  readonly cloud: string;
  readonly isAmazon: boolean;
  readonly #bucket: string;
  readonly #endpoint: URL | undefined;
  readonly #region: string;
  readonly #login: S3Login;
  readonly #signer: typeof AwsV4Signer;
  readonly #signal: AbortSignal;

  constructor(
    bucket: string,
    endpoint: URL | undefined,
    region: string,
    login: S3Login,
    signer: typeof AwsV4Signer,
    signal: AbortSignal,
  ) {
    this.#bucket = bucket;
    this.#endpoint = endpoint;
    this.#region = region;
    this.#login = login;
    this.#signer = signer;
    this.#signal = signal;
    this.isAmazon = endpoint === undefined;
    this.cloud = endpoint === undefined ? 'Amazon S3' : endpoint.host;
    this.url = bucketUrl(bucket, endpoint, region);
  }

  /** The same bucket, looked for in another region. */
  in(region: string): S3Session {
    return new S3Session(
      this.#bucket,
      this.#endpoint,
      region,
      this.#login,
      this.#signer,
      this.#signal,
    );
  }

  async send(
    method: 'GET' | 'PUT' | 'DELETE',
    key: string,
    query = '',
    { body, ...headers }: { readonly body?: string } & Readonly<Record<string, string>> = {},
  ): Promise<S3Answer> {
    const signed = await new this.#signer({
      url: `${this.url}/${key}${query === '' ? '' : `?${query}`}`,
      method,
      headers,
      service: 's3',
      region: this.#region,
      ...this.#login,
    }).sign();
    const answer = await cloudFetch(this.cloud, signed.url, {
      method,
      headers: signed.headers,
      signal: this.#signal,
      ...(body === undefined ? {} : { body }),
    });
    return { ...answer, code: element(answer.text, 'Code') };
  }
}

/** The text of an element of S3's flat XML; empty where there is none. */
export function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}

/**
 * Where a bucket of S3 is: below the endpoint of another store, or at a host of its own at Amazon's. A name with
 * dots would not fit the certificate there, and goes into the path.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function bucketUrl(bucket: string, endpoint: URL | undefined, region: string): string {
  if (endpoint !== undefined) return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
  const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}
