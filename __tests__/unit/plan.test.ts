import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pollPause } from '../../src/local/plan/back-off.js';
import { parseChallenge } from '../../src/registry/plan/bearer-challenge.js';
import {
  describeExpected,
  expectedKeyTypes,
  fingerprintOf,
  isExpectedKey,
} from '../../src/ssh/plan/host-keys.js';
import {
  atCommit,
  formatImageReference,
  parseImageReference,
} from '../../src/image/image-reference.js';
import { readManifest, samePlatform } from '../../src/image/manifest.js';
import { explainProgramEnd } from '../../src/server/plan/program-failure.js';
import { parseProgramEvent } from '../../src/server/plan/program-event.js';
import { rejectionReason } from '../../src/deploy/plan/job-end.js';
import { releaseOfEvent, releasePayload, type Release } from '../../src/release/release.js';
import { parseServerFacts } from '../../src/server/plan/server-facts.js';
import { tokenKind } from '../../src/github/plan/token-kind.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('Image references', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', undefined],
    ['acme/api:1.4', 'docker.io', 'acme/api', '1.4'],
    ['ghcr.io/acme/api:sha-1', 'ghcr.io', 'acme/api', 'sha-1'],
    ['127.0.0.1:5000/app', '127.0.0.1:5000', 'app', undefined],
    ['localhost/app:x', 'localhost', 'app', 'x'],
  ])('%s', (text, registry, repository, tag) => {
    expect(parseImageReference(text)).toEqual({ registry, repository, tag, digest: undefined });
  });

  it('keeps tag and digest together, as docker pull takes them', () => {
    const text = `ghcr.io/acme/api:v1@${digest}`;
    const parsed = parseImageReference(text);
    expect(parsed && formatImageReference(parsed)).toBe(text);
  });

  it.each(['', 'Upper', 'a//b', 'a:b:c', 'a@sha256:short', 'a b', '-x', 'ghcr.io/'])(
    '%p is none',
    (text) => {
      expect(parseImageReference(text)).toBeUndefined();
    },
  );

  it('means the image of the commit where it names neither tag nor digest', () => {
    const image = { registry: 'ghcr.io', repository: 'a/b', tag: undefined, digest: undefined };
    expect(atCommit(image, '1a2b3c4d5e6f7890').tag).toBe('sha-1a2b3c4d5e6f');
    expect(atCommit({ ...image, tag: 'v1' }, '1a2b3c4d5e6f7890').tag).toBe('v1');
  });
});

describe('The release document', () => {
  const release: Release = {
    schema: 1,
    images: [{ reference: 'ghcr.io/acme/api:sha-1', digest, platforms: ['linux/amd64'] }],
    version: 'sha-1',
    revision: 'a'.repeat(40),
    ref: 'refs/heads/main',
    repository: 'acme/api',
    run: { id: 1, url: 'https://github.com/acme/api/actions/runs/1' },
    actor: 'ada',
    createdAt: '2026-11-01T00:00:00.000Z',
    correlationId: '0123456789',
  };

  it('travels through the event and fits GitHub’s limit of ten keys', () => {
    const payload = releasePayload(release);
    expect(Object.keys(payload).length).toBeLessThanOrEqual(10);
    expect(
      releaseOfEvent({ client_payload: JSON.parse(JSON.stringify(payload)) as object }),
    ).toEqual(release);
  });

  it('is absent where the event has no payload', () => {
    expect(releaseOfEvent({ inputs: {} })).toBeUndefined();
  });

  it.each([
    [{ ...release, revision: 'main' }, /release\.revision: must be a commit id/],
    [
      { ...release, images: [{ ...release.images[0], digest: 'latest' }] },
      /release\.images\.0\.digest: must be sha256/,
    ],
    [{ ...release, surprise: 1 }, /release\.surprise/],
    ['nonsense', /release: /],
  ])('names the path of what is wrong', (document, why) => {
    expect(() => releaseOfEvent({ client_payload: { release: document } })).toThrow(why);
  });
});

describe('Host keys', () => {
  const key = Buffer.from('000000 0b7373682d65643235353139'.replaceAll(' ', ''), 'hex');
  const base64 = key.toString('base64');
  const line = (host: string): string => `${host} ssh-ed25519 ${base64}\n`;
  const expected = (
    knownHosts: string | undefined,
    fingerprints?: string,
  ): { knownHosts: string | undefined; fingerprints: string | undefined } => ({
    knownHosts,
    fingerprints,
  });

  it.each([
    ['a plain name', line('example.com'), 'example.com', 22],
    ['a list', line('other,example.com'), 'example.com', 22],
    ['a port', line('[example.com]:2222'), 'example.com', 2222],
    ['a pattern', line('*.example.com'), 'a.example.com', 22],
    [
      'a hashed name',
      line(`|1|c2FsdA==|${createHmac('sha1', 'salt').update('example.com').digest('base64')}`),
      'example.com',
      22,
    ],
  ])('accepts the key of %s', (_, text, host, port) => {
    expect(isExpectedKey(key, expected(text), host, port)).toBe(true);
    expect(expectedKeyTypes(expected(text), host, port)).toEqual(['ssh-ed25519']);
  });

  it.each([
    ['another host', line('other.com'), 'example.com', 22],
    ['another port', line('example.com'), 'example.com', 2222],
    ['an excluded name', line('*.com,!example.com'), 'example.com', 22],
    ['a revoked key', `@revoked ${line('example.com')}`, 'example.com', 22],
    ['no lines', '', 'example.com', 22],
  ])('refuses the key of %s', (_, text, host, port) => {
    expect(isExpectedKey(key, expected(text), host, port)).toBe(false);
  });

  it('accepts a fingerprint, and describes what is expected', () => {
    expect(isExpectedKey(key, expected(undefined, fingerprintOf(key)), 'x', 22)).toBe(true);
    expect(isExpectedKey(key, expected(undefined, 'SHA256:other'), 'x', 22)).toBe(false);
    expect(describeExpected(expected('', undefined), 'x', 22)).toContain(
      'no line of known-hosts is for x',
    );
  });
});

describe('Registries', () => {
  it('reads challenges', () => {
    expect(
      parseChallenge(
        'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:a/b:pull"',
      ),
    ).toEqual({
      scheme: 'bearer',
      realm: 'https://ghcr.io/token',
      service: 'ghcr.io',
      scope: 'repository:a/b:pull',
    });
    expect(parseChallenge('Basic realm="x"')).toEqual({ scheme: 'basic' });
    expect(parseChallenge('Bearer realm="not a url"')).toBeUndefined();
    expect(parseChallenge('Negotiate')).toBeUndefined();
  });

  it('leaves attestations out of the platforms', () => {
    const manifests = [
      { digest, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      {
        digest,
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
      },
    ];
    expect(readManifest({ manifests })).toEqual({
      kind: 'index',
      images: [{ platform: 'linux/arm64/v8', digest }],
    });
    expect(readManifest({ config: { digest } })).toEqual({
      kind: 'image',
      configDigest: digest,
      layerDigests: [],
      size: 0,
    });
    expect(
      readManifest({ config: { digest }, layers: [5, 7].map((size) => ({ digest, size })) }),
    ).toMatchObject({ size: 12 });
    expect(readManifest({ errors: [] })).toBeUndefined();
    expect(samePlatform('linux/arm64', 'linux/arm64/v8')).toBe(true);
    expect(samePlatform('linux/amd64', 'linux/arm64')).toBe(false);
    expect(samePlatform('linux/armv7l', 'linux/arm/v7')).toBe(true);
  });

  it('asks at most 36 times in five minutes, however chance has it', () => {
    for (const random of [0, 0.5, 1]) {
      let seconds = 0;
      let requests = 1;
      while ((seconds += pollPause(requests, random)) <= 300) requests += 1;
      expect(requests).toBeLessThanOrEqual(36);
      expect(pollPause(1, random)).toBeLessThan(1.2);
    }
  });
});

describe('What a program says', () => {
  it('is read line by line; what is no event is nothing', () => {
    expect(parseProgramEvent('{"at":1,"event":"step","title":"x"}')).toEqual({
      at: 1,
      event: 'step',
      title: 'x',
    });
    for (const line of [
      '',
      '{"at":1,"event":"st',
      '{"event":"step"}',
      '{"at":1,"event":"dance"}',
      '[]',
    ])
      expect(parseProgramEvent(line)).toBeUndefined();
  });

  const end = {
    event: 'end',
    at: 1,
    outcome: 'restored',
    live: 'r1',
    step: 's',
    error: 'container-exited',
    values: { service: 'web', status: '3' },
  } as const;
  const server = { name: 'h', user: 'deploy' };

  it('becomes its catalogue entry with what is live', () => {
    const error = explainProgramEnd(end, server, '/opt/app', ['web | boom']);
    expect([error.entry, error.hostState, error.details]).toEqual([
      'container-exited',
      { state: 'restored', release: 'r1' },
      ['web | boom'],
    ]);
    expect(explainProgramEnd({ ...end, outcome: 'unchanged' }, server, '/', []).hostState).toEqual({
      state: 'unchanged',
    });
  });

  it.each([
    'Error response from daemon: driver failed programming external connectivity on endpoint app-web-1 (544e): Bind for 0.0.0.0:8080 failed: port is already allocated',
    'Error response from daemon: driver failed programming external connectivity on endpoint app-web-1 (544e): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use',
  ])('names the port that another one holds: %s', (message) => {
    const values = { command: 'docker compose up -d', status: '1', message };
    const error = explainProgramEnd(
      { ...end, error: 'compose-up-failed', values },
      server,
      '/opt/app',
      [],
    );
    expect([error.entry, error.title]).toEqual(['port-taken', 'Port 8080 of h is taken']);
  });

  it('takes what Compose says for the cause, and what an app logs for a hint', () => {
    const values = {
      command: 'docker-compose up -d',
      status: '1',
      message: 'Encountered errors while bringing up the project.',
    };
    const explain = (details: readonly string[]): ReturnType<typeof explainProgramEnd> =>
      explainProgramEnd({ ...end, error: 'compose-up-failed', values }, server, '/', details);
    expect(explain(['compose | No such service: wbe']).entry).toBe('compose-service-unknown');
    const hinted = explain(['web | FATAL:  database "shop" does not exist']);
    expect([hinted.entry, hinted.hint?.entry]).toEqual([
      'compose-up-failed',
      'postgres-database-missing',
    ]);
  });

  it('names a full disk and a restore that failed', () => {
    const full = 'no space left on device';
    const pull = { ...end, error: 'image-pull-failed', values: { image: 'a/b', message: full } };
    expect(explainProgramEnd(pull, server, '/', []).entry).toBe('disk-full');
    // What a container logs may be its own shared memory.
    const exited = explainProgramEnd(end, server, '/', [`db | could not resize: ${full}`]);
    expect([exited.entry, exited.hint?.entry]).toEqual(['container-exited', 'disk-full']);
    const failed = explainProgramEnd(
      { ...end, outcome: 'unknown', reason: 'compose-up-failed {}' },
      server,
      '/',
      [],
    );
    expect([failed.entry, failed.hostState.state]).toEqual(['restore-failed', 'unknown']);
  });
});

describe('The probe’s answer', () => {
  it('is read whole or not at all', () => {
    const sha = 'b'.repeat(64);
    const output = `path=/opt/app\nuser=deploy\narch=x86_64\nmissing=flock\ndocker=20.10\nnetwork=bridge\nnetwork=proxy net\ncompose=standalone 1.29.2\ndisk-free-kb=10\nexists=a=b\ncurrent=r1\nfile=${sha} 644 dir/a b.txt\nimage=web x@y\nend=yes\n`;
    const facts = parseServerFacts(output);
    expect(facts).toMatchObject({
      path: '/opt/app',
      missingTools: ['flock'],
      compose: { command: 'docker-compose', version: '1.29.2' },
      current: 'r1',
    });
    expect(facts?.currentFiles.get('dir/a b.txt')).toBe(`${sha} 644`);
    expect([...(facts?.networks ?? [])]).toEqual(['bridge', 'proxy net']);
    expect(facts?.existing.has('a=b')).toBe(true);
    expect(parseServerFacts(output.replace('end=yes\n', ''))).toBeUndefined();
    expect(parseServerFacts('Welcome to Ubuntu\n')).toBeUndefined();
  });
});

describe('Taking a release back', () => {
  const job = {
    release: 'r2',
    rejected: undefined,
    verified: undefined,
    rollbackOn: 'verification',
    jobStatus: 'success',
  } as const;
  it.each([
    [job, undefined],
    [{ ...job, rejected: 'r2' }, /verify-health/],
    [{ ...job, rejected: 'r1' }, undefined],
    [{ ...job, jobStatus: 'failure' }, undefined],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'failure' }, /"failure"/],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'cancelled' }, /"cancelled"/],
    [{ ...job, jobStatus: 'cancelled' }, /cancelled before/],
    [{ ...job, jobStatus: 'cancelled', verified: '' }, /cancelled before/],
    [{ ...job, jobStatus: 'cancelled', verified: 'r1' }, /cancelled before/],
    [{ ...job, jobStatus: 'cancelled', verified: 'r2' }, undefined],
    [{ ...job, jobStatus: 'failure', verified: 'r2' }, undefined],
    [{ ...job, rollbackOn: 'never', rejected: 'r2' }, undefined],
    [{ ...job, rollbackOn: 'never', jobStatus: 'cancelled' }, undefined],
    [{ ...job, release: '', rejected: '' }, undefined],
  ] as const)('%j', (end, expected) => {
    const reason = rejectionReason(end);
    if (expected === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(expected);
  });
});

describe('Token kinds', () => {
  it.each([
    ['ghs_x', "the job's own token"],
    ['ghp_x', 'classic'],
    ['github_pat_x', 'fine-grained'],
    ['x', 'unknown kind'],
  ])('%s', (token, words) => {
    expect(tokenKind(token).description).toContain(words);
  });
});
