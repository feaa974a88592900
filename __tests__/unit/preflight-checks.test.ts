import { describe, expect, it } from '@jest/globals';
import { failure } from '../../src/errors/index.js';
import { ListProblems } from '../../src/text/entry-list.js';
import { parseImageReference, type ImageReference } from '../../src/image/image-reference.js';
import { bucketUrl } from '../../src/preflight/outside/s3-session.js';
import { bucketVerdict } from '../../src/preflight/plan/bucket-verdict.js';
import type { Check, GcsSubject, S3Subject } from '../../src/preflight/plan/check.js';
import { nameVerdict } from '../../src/preflight/plan/name-verdict.js';
import { parseChecks } from '../../src/preflight/plan/parse-checks.js';
import { refusalOutcome, repositoryVerdict } from '../../src/preflight/plan/repository-verdict.js';

function only(text: string): Check {
  const [check] = parseChecks(text);
  if (check === undefined) throw new Error('no check');
  return check;
}

function problemsOf(text: string): readonly string[] {
  try {
    parseChecks(text);
  } catch (error) {
    if (error instanceof ListProblems) return error.problems;
    throw error;
  }
  return [];
}

describe('parseChecks', () => {
  it.each([
    [
      'registry: ghcr.io/acme/api',
      {
        kind: 'registry',
        image: { registry: 'ghcr.io', repository: 'acme/api', tag: undefined, digest: undefined },
        access: 'pull',
      },
    ],
    ['gcs: state', { kind: 'gcs', bucket: 'state', access: 'read', versioned: false }],
    [
      's3: state\n  access: write\n  versioned: true\n  endpoint: https://minio.example.com\n  region: eu-1',
      {
        kind: 's3',
        bucket: 'state',
        access: 'write',
        versioned: true,
        endpoint: new URL('https://minio.example.com'),
        region: 'eu-1',
      },
    ],
    [
      'environment: production\n  secret: DEPLOY_KEY',
      { kind: 'secret', name: 'DEPLOY_KEY', environment: 'production', repository: undefined },
    ],
    [
      'variable: HOST\n  repository: acme/infra',
      { kind: 'variable', name: 'HOST', environment: undefined, repository: 'acme/infra' },
    ],
    [
      'environment: production\n  reviewers: true',
      { kind: 'environment', name: 'production', reviewers: true, repository: undefined },
    ],
    ['workflow: deploy.yml', { kind: 'workflow', file: 'deploy.yml', repository: undefined }],
    [
      'https: https://api.example.com',
      {
        kind: 'https',
        url: new URL('https://api.example.com'),
        statuses: [{ from: 100, to: 499 }],
      },
    ],
    [
      'https: https://api.example.com\n  status: 200',
      {
        kind: 'https',
        url: new URL('https://api.example.com'),
        statuses: [{ from: 200, to: 200 }],
      },
    ],
    ['dns: app.example.com.', { kind: 'dns', name: 'app.example.com', to: undefined }],
    ['ssh: 203.0.113.7', { kind: 'ssh', host: '203.0.113.7', port: 22 }],
    ['ssh: "[2001:db8::1]:2222"', { kind: 'ssh', host: '2001:db8::1', port: 2222 }],
    ['command: test -f .env', { kind: 'command', command: 'test -f .env' }],
  ])('reads %s', (entry, subject) => {
    expect(only(`- ${entry}`).subject).toEqual(subject);
  });

  it('names a check by what it looks at, and takes what every entry may say', () => {
    expect(only('- command: |\n    first\n    second')).toMatchObject({
      name: 'command: first',
      timeoutSeconds: 10,
      fix: undefined,
      level: 'fail',
    });
    expect(
      only('- {dns: a.example.com, name: The site, timeout: 500ms, fix: Ask Ada, level: warn}'),
    ).toMatchObject({ name: 'The site', timeoutSeconds: 0.5, fix: 'Ask Ada', level: 'warn' });
  });

  it('says everything that is wrong at once, with what may be meant', () => {
    const text = `
- registrry: ghcr.io/acme/api
- registry: "ghcr.io/acme/api:"
  acess: push
- gcs: gs://state
  access: admin
- s3: state
  endpoint: https://user:secret@minio.example.com
- secret: my-key
- workflow: .github/workflows/deploy.yml
- dns: app
  to: somewhere else
- ssh: deploy@host
- https: app.example.com
  timeout: 10
- just text
`;
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^entry 1 must have one of registry, .*; did you mean `registry`\?$/),
      'entry 2 has `registry`, which must be an image such as ghcr.io/acme/api',
      "entry 2 has `acess`, which it can't have; did you mean `access`?",
      'entry 3 has `gcs`, which must be the name of a bucket, without scheme and folders',
      'entry 3 has `access`, which must be one of ("read" | "write")',
      'entry 4 has `endpoint`, which must not carry a user and password',
      'entry 5 has `secret`, which must be a name such as DEPLOY_KEY',
      'entry 6 has `workflow`, which must be the name of a file such as deploy.yml',
      'entry 7 has `dns`, which must be a name such as app.example.com',
      'entry 7 has `to`, which must be an address or a name',
      'entry 8 has `ssh`, which must be HOST or HOST:PORT',
      'entry 9 has `https`, which must be a URL',
      'entry 9 has `timeout`, which must be a number with a unit, such as 500ms',
      'entry 10 must be a mapping such as `registry: ghcr.io/acme/api`',
    ]);
  });

  it('takes one kind an entry', () => {
    expect(problemsOf('- {https: "https://example.com", dns: example.com}')).toEqual([
      expect.stringContaining("has `dns`, which it can't have"),
    ]);
  });
});

function image(text: string): ImageReference {
  const reference = parseImageReference(text);
  if (reference === undefined) throw new Error(text);
  return reference;
}

describe('repositoryVerdict', () => {
  const missing = (words: string, mayPush?: boolean) =>
    ({ kind: 'missing', words, mayPush }) as const;

  it.each([
    [
      'europe-west1-docker.pkg.dev/shop/web/api',
      '404 NAME_UNKNOWN: Repository "web" not found',
      'gcloud artifacts repositories create web --project=shop --location=europe-west1',
    ],
    [
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com/api',
      "404 NAME_UNKNOWN: The repository with name 'api' does not exist in the registry",
      'aws ecr create-repository --repository-name api --region eu-central-1',
    ],
  ])('D1: %s must be made first, and the command stands there', (name, words, command) => {
    const subject = { kind: 'registry', image: image(name), access: 'push' } as const;
    const outcome = repositoryVerdict(subject, missing(words));
    expect([outcome.verdict, outcome.detail, outcome.fix]).toEqual([
      'fail',
      expect.stringContaining('NAME_UNKNOWN'),
      expect.stringContaining(command),
    ]);
  });

  it.each([
    ['pull', undefined, 'fail', 'there is no ghcr.io/acme/new'],
    ['push', true, 'pass', 'the first push makes it'],
    ['push', undefined, 'skipped', 'only the first push shows'],
  ] as const)(
    'where the first push makes it, %s (may push: %s) gives %s',
    (access, mayPush, verdict, words) => {
      const subject = { kind: 'registry', image: image('ghcr.io/acme/new'), access } as const;
      expect(repositoryVerdict(subject, missing('404 NAME_UNKNOWN', mayPush))).toMatchObject({
        verdict,
        detail: expect.stringContaining(words),
      });
    },
  );

  it('a refusal that may hide a missing repository shows how it is made, too', () => {
    const gar = image('europe-west1-docker.pkg.dev/shop/web/api');
    const refusal = failure('registry-denied', {
      registry: gar.registry,
      image: 'x',
      who: 'the account ci',
      message: '403 DENIED: Permission denied on resource (or it may not exist)',
      remedy: 'Grant it.',
    });
    expect(refusalOutcome(refusal, gar).fix).toBe(
      'Grant it. If it does not exist: Create it: `gcloud artifacts repositories create web --project=shop --location=europe-west1 --repository-format=docker`',
    );
  });
});

describe('bucketVerdict', () => {
  const gcs: GcsSubject = { kind: 'gcs', bucket: 'state', access: 'write', versioned: true };
  const s3: S3Subject = { ...gcs, kind: 's3', endpoint: undefined, region: 'eu-central-1' };

  it.each([
    [gcs, 'gcloud storage buckets create gs://state'],
    [s3, 'aws s3 mb s3://state --region eu-central-1'],
    [{ ...s3, endpoint: new URL('https://minio:9000') }, '--endpoint-url https://minio:9000/'],
  ])('D2: a missing bucket gets the command that makes it', (subject, command) => {
    expect(bucketVerdict(subject, { kind: 'missing' })).toMatchObject({
      verdict: 'fail',
      detail: 'there is no bucket state',
      fix: expect.stringContaining(command),
    });
  });

  it('only where names are shared is one that may be taken', () => {
    const own = { ...s3, endpoint: new URL('https://minio:9000') };
    expect(bucketVerdict(s3, { kind: 'missing' }).fix).toContain('choose another');
    expect(bucketVerdict(own, { kind: 'missing' }).fix).not.toContain('choose another');
  });

  it('D2: a forbidden one names the permissions, and whether it is known to exist', () => {
    const state = {
      kind: 'refused',
      message: '403 AccessDenied',
      lacking: ['s3:PutObject'],
    } as const;
    const there = bucketVerdict(s3, { ...state, exists: true });
    expect(there.detail).toContain('the bucket exists, but this login lacks s3:PutObject');
    expect(there.fix).not.toContain('aws s3 mb');
    const hidden = bucketVerdict(s3, { ...state, exists: false });
    expect(hidden.detail).toContain('does not tell whether the bucket exists');
    expect(hidden.fix).toContain('If it does not exist: `aws s3 mb');
  });

  it.each([
    [true, 'pass', undefined],
    [false, 'fail', 'gcloud storage buckets update gs://state --versioning'],
    [undefined, 'warn', 'storage.buckets.get'],
  ])('with versions %s it is %s', (versioned, verdict, fix) => {
    const outcome = bucketVerdict(gcs, { kind: 'open', versioned });
    expect(outcome.verdict).toBe(verdict);
    if (fix !== undefined) expect(outcome.fix).toContain(fix);
  });

  it('one in another region says which', () => {
    expect(bucketVerdict(s3, { kind: 'elsewhere', region: 'us-west-2' }).fix).toContain(
      'region: us-west-2',
    );
  });
});

describe('bucketUrl', () => {
  it.each([
    ['state', undefined, 'eu-central-1', 'https://state.s3.eu-central-1.amazonaws.com'],
    ['my.state', undefined, 'eu-central-1', 'https://s3.eu-central-1.amazonaws.com/my.state'],
    ['state', undefined, 'cn-north-1', 'https://state.s3.cn-north-1.amazonaws.com.cn'],
    ['state', new URL('https://minio:9000'), 'us-east-1', 'https://minio:9000/state'],
    ['state', new URL('https://x.example.com/s3/'), 'auto', 'https://x.example.com/s3/state'],
  ])('of %s at %s in %s', (bucket, endpoint, region, url) => {
    expect(bucketUrl(bucket, endpoint, region)).toBe(url);
  });
});

describe('nameVerdict', () => {
  const found = (...addresses: readonly string[]) => ({ kind: 'found', addresses }) as const;

  it.each([
    ['leads there', found('203.0.113.7'), ['203.0.113.7'], 'pass', 'leads to 203.0.113.7'],
    ['leads elsewhere', found('198.51.100.1'), ['203.0.113.7'], 'fail', 'not to 203.0.113.7'],
    [
      'leads there and elsewhere',
      found('203.0.113.7', '198.51.100.1'),
      ['203.0.113.7'],
      'warn',
      'but also to 198.51.100.1',
    ],
    [
      'has an IPv6 address that nobody can compare',
      found('203.0.113.7', '2001:db8::1'),
      ['203.0.113.7'],
      'pass',
      'leads to 203.0.113.7',
    ],
    [
      'has its address in another spelling',
      found('2001:db8::1'),
      ['2001:DB8:0:0::1'],
      'pass',
      'leads to 2001:db8::1',
    ],
    ['is unknown', { kind: 'unknown' } as const, ['203.0.113.7'], 'fail', 'knows no address'],
    [
      'is not answered for',
      { kind: 'failed', message: 'ESERVFAIL' } as const,
      ['203.0.113.7'],
      'fail',
      'ESERVFAIL',
    ],
  ])('a name that %s', (_, answer, expected, verdict, words) => {
    expect(nameVerdict('app.example.com', answer, expected[0] ?? '', expected)).toMatchObject({
      verdict,
      detail: expect.stringContaining(words),
    });
  });

  it('the record that is missing is written out', () => {
    const outcome = nameVerdict('a.example.com', { kind: 'unknown' }, '203.0.113.7', [
      '203.0.113.7',
    ]);
    expect(outcome.fix).toContain('`a.example.com. A 203.0.113.7`');
  });
});
