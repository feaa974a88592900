import { describe, expect, it } from '@jest/globals';
import type { Check } from '../../../src/preflight/plan/check.js';
import { parseChecks } from '../../../src/preflight/plan/parse-checks.js';
import { hardText } from '../../support/hard-text.js';
import { problemsOf } from '../../support/problems-of.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

function only(text: string): Check {
  const [check] = parseChecks(text);
  if (check === undefined) throw new Error('no check');
  return check;
}

const problems = (text: string): readonly string[] => problemsOf(() => parseChecks(text));

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
    expect(problems(text)).toEqual([
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
    expect(problems('- {https: "https://example.com", dns: example.com}')).toEqual([
      expect.stringContaining("has `dns`, which it can't have"),
    ]);
  });
});

describe('Whatever comes', () => {
  it('checks is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseChecks(value));
  });

  it('a check is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseChecks(`- registry: ${value}`));
  });
});
