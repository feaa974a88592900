import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startGoogle, type Google } from '../../playground/cloud/google.js';
import { startS3, type S3 } from '../../playground/cloud/s3.js';
import { run } from '../../playground/machine/run.js';
import { gcsBuckets } from '../../src/preflight/outside/gcs-buckets.js';
import { s3Buckets } from '../../src/preflight/outside/s3-buckets.js';
import { bucketOutcome } from '../../src/preflight/run-checks.js';
import { DeployKitError } from '../../src/errors/index.js';
import type { GcsSubject, S3Subject } from '../../src/preflight/plan/check.js';
import type { CheckOutcome } from '../../src/preflight/plan/outcome.js';

const everything = [
  's3:ListBucket',
  's3:GetObject',
  's3:PutObject',
  's3:GetBucketVersioning',
] as const;

async function entryOf(work: Promise<unknown>): Promise<DeployKitError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeployKitError))
    throw error instanceof Error ? error : new Error('passed');
  return error;
}

describe('An S3 bucket', () => {
  let s3: S3;
  const login = { AWS_ACCESS_KEY_ID: 'AKIACI', AWS_SECRET_ACCESS_KEY: 'the+secret/of=ci' };

  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(() => {
    s3.stop();
  });
  beforeEach(() => {
    s3.accounts.clear();
    s3.accounts.set('AKIACI', { secret: 'the+secret/of=ci' });
    s3.buckets.clear();
  });

  function give(rights: readonly string[], more: { versioning?: 'Enabled'; region?: string } = {}) {
    const objects = new Map([['terraform.tfstate', Buffer.from('{}')]]);
    s3.buckets.set('state', { region: 'us-east-1', policy: { AKIACI: rights }, objects, ...more });
    return objects;
  }

  function check(
    more: Partial<S3Subject> = {},
    env: NodeJS.ProcessEnv = login,
  ): Promise<CheckOutcome> {
    const subject: S3Subject = {
      kind: 's3',
      bucket: 'state',
      access: 'read',
      versioned: false,
      endpoint: new URL(s3.url),
      region: undefined,
      ...more,
    };
    return bucketOutcome(subject, s3Buckets(subject, env), AbortSignal.timeout(10_000));
  }

  it('that is open passes, and stays as it was', async () => {
    const objects = give(everything, { versioning: 'Enabled' });
    for (const access of ['read', 'write'] as const)
      expect(await check({ access, versioned: true })).toMatchObject({ verdict: 'pass' });
    expect([...objects.keys()]).toEqual(['terraform.tfstate']);
  });

  it('D2: that is missing is told from one that is forbidden', async () => {
    for (const access of ['read', 'write'] as const) {
      s3.buckets.clear();
      expect((await check({ access })).detail).toBe('there is no bucket state');
      give([]);
      expect((await check({ access })).detail).toMatch(/lacks s3:\w+ \(403 AccessDenied\)/);
    }
  });

  it.each([
    ['read', ['s3:GetObject'], 's3:ListBucket'],
    ['read', ['s3:ListBucket'], 's3:GetObject'],
    ['write', ['s3:ListBucket', 's3:GetObject'], 's3:PutObject'],
  ] as const)('to %s with %j alone lacks %s', async (access, rights, lacking) => {
    give(rights);
    const outcome = await check({ access });
    expect([outcome.verdict, outcome.fix]).toEqual(['fail', expect.stringContaining(lacking)]);
  });

  it('may be written to without being read', async () => {
    give(['s3:PutObject']);
    expect(await check({ access: 'write' })).toMatchObject({ verdict: 'pass' });
  });

  it('that keeps no versions fails where they are wanted; hidden ones are a warning', async () => {
    give(everything);
    expect((await check({ versioned: true })).fix).toContain('put-bucket-versioning');
    give(['s3:ListBucket', 's3:GetObject']);
    expect(await check({ versioned: true })).toMatchObject({ verdict: 'warn' });
  });

  it('in another region is found there, unless the check says where it is', async () => {
    give(everything, { region: 'eu-central-1' });
    expect(await check()).toMatchObject({ verdict: 'pass' });
    expect((await check({ region: 'eu-west-1' })).fix).toContain('region: eu-central-1');
  });

  it('takes temporary credentials', async () => {
    give(everything);
    s3.accounts.set('AKIACI', { secret: 'the+secret/of=ci', sessionToken: 'session==' });
    const env = { ...login, AWS_SESSION_TOKEN: 'session==' };
    expect(await check({}, env)).toMatchObject({ verdict: 'pass' });
    expect((await entryOf(check())).entry).toBe('cloud-login-refused');
  });

  it.each([
    ['no login', {}, 'cloud-login-missing', 'aws-actions/configure-aws-credentials'],
    [
      'a wrong secret',
      { ...login, AWS_SECRET_ACCESS_KEY: 'wrong-secret' },
      'cloud-login-refused',
      'SignatureDoesNotMatch',
    ],
    [
      'an unknown key',
      { ...login, AWS_ACCESS_KEY_ID: 'AKIANOBODY' },
      'cloud-login-refused',
      'InvalidAccessKeyId',
    ],
  ])('with %s says so', async (_, env, entry, words) => {
    give(everything);
    const error = await entryOf(check({}, env));
    expect(error.entry).toBe(entry);
    expect(`${error.why} ${error.fix}`).toContain(words);
    expect(`${error.why} ${error.fix}`).not.toContain('wrong-secret');
  });

  it('of a store that does not answer says so', async () => {
    const gone = await startS3();
    gone.stop();
    const error = await entryOf(check({ endpoint: new URL(gone.url) }));
    expect([error.entry, error.title, error.why]).toEqual([
      'cloud-unreachable',
      `${new URL(gone.url).host} does not answer`,
      expect.stringContaining('ECONNREFUSED'),
    ]);
  });

  it('is asked with signatures that curl makes in the same way', async () => {
    give(everything);
    const key = `${login.AWS_ACCESS_KEY_ID}:${login.AWS_SECRET_ACCESS_KEY}`;
    const curl = (user: string): Promise<{ stdout: string }> =>
      run('curl', [
        '--silent',
        '--aws-sigv4',
        'aws:amz:us-east-1:s3',
        '--user',
        user,
        '--header',
        'x-amz-content-sha256: UNSIGNED-PAYLOAD',
        `${s3.url}/state/?list-type=2&max-keys=1`,
      ]);
    expect((await curl(key)).stdout).toContain('terraform.tfstate');
    expect((await curl(`${key}x`)).stdout).toContain('SignatureDoesNotMatch');
  });
});

describe('A bucket of Google Cloud', () => {
  let google: Google;
  let folder: string;
  const readRights = ['storage.objects.get', 'storage.objects.list'];
  const writeRights = ['storage.objects.create', 'storage.objects.delete'];

  beforeAll(async () => {
    google = await startGoogle();
    folder = mkdtempSync(join(tmpdir(), 'deploy-kit-google-'));
  });
  afterAll(() => {
    google.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    google.buckets.clear();
    google.hidesMissing = false;
  });

  function give(rights: readonly string[], versioned = false): void {
    google.buckets.set('state', { versioned, policy: { [google.account]: rights } });
  }

  /** What the login action leaves, with that file. */
  function loginWith(content: object): NodeJS.ProcessEnv {
    const file = join(folder, 'gha-creds.json');
    writeFileSync(file, JSON.stringify(content));
    return { GOOGLE_APPLICATION_CREDENTIALS: file };
  }

  const masked: string[] = [];

  function check(
    more: Partial<GcsSubject> = {},
    env: NodeJS.ProcessEnv = { GOOGLE_OAUTH_ACCESS_TOKEN: google.newToken() },
  ): Promise<CheckOutcome> {
    const subject: GcsSubject = {
      kind: 'gcs',
      bucket: 'state',
      access: 'read',
      versioned: false,
      ...more,
    };
    const api = { CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: `${google.url}/storage/v1/` };
    const store = gcsBuckets({ ...api, ...env }, (secret) => masked.push(secret));
    return bucketOutcome(subject, store, AbortSignal.timeout(10_000));
  }

  it('that is open passes', async () => {
    give([...readRights, ...writeRights, 'storage.buckets.get'], true);
    expect(await check({ versioned: true })).toMatchObject({ verdict: 'pass' });
    expect(await check({ access: 'write' })).toMatchObject({ verdict: 'pass' });
    expect(google.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  });

  it.each([false, true])(
    'D2: that is missing is told from one that is forbidden (hidden: %s)',
    async (hidesMissing) => {
      google.hidesMissing = hidesMissing;
      expect((await check()).detail).toBe('there is no bucket state');
      give([]);
      const forbidden = await check();
      expect(forbidden.detail).toContain(
        'the bucket exists, but this login lacks storage.objects.get, storage.objects.list',
      );
      expect(forbidden.fix).toContain('roles/storage.objectViewer');
    },
  );

  it('that may only be read is not one to write to', async () => {
    give([...readRights, 'storage.objects.create']);
    const outcome = await check({ access: 'write' });
    expect(outcome.detail).toContain('lacks storage.objects.delete');
    expect(outcome.fix).toContain('roles/storage.objectUser');
  });

  it('that keeps no versions fails where they are wanted; hidden ones are a warning', async () => {
    give([...readRights, 'storage.buckets.get']);
    expect((await check({ versioned: true })).fix).toContain('--versioning');
    give(readRights, true);
    expect(await check({ versioned: true })).toMatchObject({ verdict: 'warn' });
  });

  it.each([
    ['workload identity federation', () => google.federation],
    ['a service account’s key', () => google.keyFile],
  ])('is seen with the login of %s; its token is masked', async (_, content) => {
    give(readRights);
    masked.length = 0;
    expect(await check({}, loginWith(content()))).toMatchObject({ verdict: 'pass' });
    expect(masked).toEqual([expect.stringMatching(/^ya29\./)]);
  });

  it('is seen with an identity token of a file', async () => {
    give(readRights);
    const { credential_source: source } = google.federation as {
      credential_source: { url: string; headers: Record<string, string> };
    };
    const answer = await fetch(source.url, { headers: source.headers });
    const file = join(folder, 'identity-token');
    writeFileSync(file, ((await answer.json()) as { value: string }).value);
    const env = loginWith({ ...google.federation, credential_source: { file } });
    expect(await check({}, env)).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['no login', () => ({}), 'cloud-login-missing', 'google-github-actions/auth'],
    [
      'a file that is gone',
      () => ({ GOOGLE_APPLICATION_CREDENTIALS: '/nowhere.json' }),
      'cloud-login-missing',
      '/nowhere.json',
    ],
    [
      'a file of another kind',
      () => loginWith({ type: 'authorized_user', refresh_token: 'do-not-show' }),
      'cloud-login-missing',
      'type',
    ],
    [
      'a provider that refuses',
      () => loginWith({ ...google.federation, audience: 'another' }),
      'cloud-login-refused',
      'invalid_grant: The credential is rejected.',
    ],
    [
      'a token that has ended',
      () => ({ CLOUDSDK_AUTH_ACCESS_TOKEN: 'ya29.do-not-show' }),
      'cloud-login-refused',
      'Invalid Credentials',
    ],
  ])('with %s says so', async (_, env, entry, words) => {
    give(readRights);
    const error = await entryOf(check({}, env()));
    expect(error.entry).toBe(entry);
    expect(`${error.why} ${error.fix}`).toContain(words);
    expect(`${error.message} ${error.fix}`).not.toContain('do-not-show');
  });
});
