import { describe, expect, it } from '@jest/globals';
import { buildRelease } from '../../src/build/build-release.js';
import {
  bakeOverride,
  bakeTargets,
  parseBakeDefinition,
} from '../../src/build/plan/bake-definition.js';
import { explainBuild } from '../../src/build/plan/build-failure.js';
import { parseMetadata, sameImage } from '../../src/build/plan/build-metadata.js';
import type { BuiltImage } from '../../src/build/plan/build-metadata.js';
import type { BuildOptions } from '../../src/build/plan/build-plan.js';
import { bakeCommand, buildCommand } from '../../src/build/plan/buildx-command.js';
import { judgeContainer, type CheckedContainer } from '../../src/build/plan/check-verdict.js';
import { parseImageReference, type ImageReference } from '../../src/image/image-reference.js';
import { imageTags, tagProblem } from '../../src/image/image-tags.js';
import { mirrored } from '../../src/image/mirror.js';
import { samePlatform } from '../../src/image/manifest.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { silentReporter } from '../support/reporters.js';
import { virtualClock } from '../support/virtual-clock.js';

const sha = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';

function image(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe('tags', () => {
  it.each([
    ['refs/heads/main', ['branch', 'latest', 'semver'], ['main', 'latest']],
    ['refs/heads/feature/New login', ['branch', 'latest'], ['feature-New-login']],
    ['refs/tags/v1.2.3', ['semver', 'branch', 'latest'], ['1.2.3', '1.2', '1']],
    ['refs/tags/1.2.3', ['semver'], ['1.2.3', '1.2', '1']],
    ['refs/tags/v0.4.0', ['semver'], ['0.4.0', '0.4']],
    ['refs/tags/v2.0.0-rc.1', ['semver'], ['2.0.0-rc.1']],
    ['refs/tags/nightly', ['semver', '{tag}-x'], ['nightly-x']],
    ['refs/pull/7/merge', ['branch', 'pr-{branch}', 'pr'], ['pr']],
    ['refs/heads/main', ['{branch}-{date}-{run}-{sha}'], ['main-20260131-42-1a2b3c4d5e6f']],
    ['refs/heads/main', ['stable', 'stable'], ['stable']],
  ])('%s with %j', (ref, entries, expected) => {
    const now = new Date('2026-01-31T23:59:00Z');
    const facts = { sha, ref, defaultBranch: 'main', runNumber: '42', now };
    expect(imageTags(entries, facts)).toEqual(['sha-1a2b3c4d5e6f', ...expected]);
  });

  it('need to know the default branch for `latest`', () => {
    const facts = { sha, ref: 'refs/heads/main', runNumber: '1', now: new Date(0) };
    expect(imageTags(['latest'], { ...facts, defaultBranch: undefined })).toHaveLength(1);
  });

  it.each(['branch', 'v1', '{sha}-x', '_x', 'a'.repeat(128)])('may be %s', (entry) => {
    expect(tagProblem(entry)).toBeUndefined();
  });

  it.each(['-x', 'a b', 'a/b', '{commit}', 'a'.repeat(129), '.x', 'a:b'])(
    'may not be %s',
    (entry) => {
      expect(tagProblem(entry)).toBeDefined();
    },
  );
});

const options: BuildOptions = {
  platforms: ['linux/amd64', 'linux/arm64'],
  buildArgs: new Map([['VERSION', 'secret-looking']]),
  labels: new Map([['a', 'b=c']]),
  annotations: ['index:x=y'],
  secrets: [
    { id: 'token', from: { variable: 'DEPLOY_KIT_SECRET_0' } },
    { id: 'npmrc', from: { file: '.npmrc' } },
  ],
  ssh: ['default'],
  cacheFrom: ['type=gha'],
  cacheTo: ['type=gha,mode=max'],
  noCache: true,
  pull: true,
  provenance: 'mode=max',
  sbom: 'true',
};

describe('the commands', () => {
  it('of one image name where values are, not what they are', () => {
    const source = {
      kind: 'dockerfile',
      context: 'app',
      file: 'Dockerfile.prod',
      target: 'run',
    } as const;
    expect(buildCommand(source, ['r/a:1', 'r/a:2'], options, 'push', 'm.json')).toEqual([
      ...['buildx', 'build', '--push', '--metadata-file', 'm.json', '--no-cache', '--pull'],
      ...['--provenance=mode=max', '--sbom=true', '--tag', 'r/a:1', '--tag', 'r/a:2'],
      ...['--file', 'Dockerfile.prod', '--target', 'run', '--platform', 'linux/amd64,linux/arm64'],
      ...['--build-arg', 'VERSION', '--label', 'a=b=c', '--annotation', 'index:x=y'],
      ...['--secret', 'id=token,env=DEPLOY_KIT_SECRET_0', '--secret', 'id=npmrc,src=.npmrc'],
      ...['--ssh', 'default', '--cache-from', 'type=gha', '--cache-to', 'type=gha,mode=max', 'app'],
    ]);
  });

  it('of a bake leave to a file what has values', () => {
    const source = { kind: 'bake', folder: '.', file: 'docker-bake.hcl', targets: [] } as const;
    expect(bakeCommand(source, '/tmp/o.json', ['api', 'web'], options, 'load', 'm.json')).toEqual([
      ...['buildx', 'bake', '--file', 'docker-bake.hcl', '--file', '/tmp/o.json', '--load'],
      ...['--metadata-file', 'm.json', '--no-cache', '--pull', '--provenance=mode=max'],
      ...['--sbom=true', 'api', 'web'],
    ]);
  });
});

describe('a bake definition', () => {
  const printed = (target: object, targets: readonly string[]): string =>
    JSON.stringify({ group: { default: { targets } }, target });

  it('names its images by their first tag, or below the given one', () => {
    const definition = parseBakeDefinition(
      printed({ web: {}, api: { tags: ['ghcr.io/acme/api:x', 'other/y'] } }, ['web', 'api']),
      'docker',
    );
    expect(bakeTargets(definition, image('ghcr.io/shop'))).toEqual([
      { name: 'api', image: image('ghcr.io/acme/api') },
      { name: 'web', image: image('ghcr.io/shop/web') },
    ]);
    expect(() => bakeTargets(definition, undefined)).toThrow(/target web/);
    expect(() => bakeTargets({ group: {}, target: {} }, undefined)).toThrow('nothing to build');
  });

  it('is added to without its own secrets being lost, and no text becomes a template', () => {
    const definition = parseBakeDefinition(
      printed({ api: { tags: ['r/a'], secret: ['id=own', { id: 'new' }] } }, ['api']),
      'docker',
    );
    const override = bakeOverride(definition, new Map([['api', ['r/a:1']]]), {
      ...options,
      labels: new Map([['x', '${y} %{z} $$']]),
      cacheFrom: [],
    });
    expect(JSON.parse(override)).toEqual({
      target: {
        api: {
          tags: ['r/a:1'],
          labels: { x: '$${y} %%{z} $$' },
          args: { VERSION: 'secret-looking' },
          annotations: ['index:x=y'],
          platforms: ['linux/amd64', 'linux/arm64'],
          secret: [
            'id=own',
            { id: 'new' },
            'id=token,env=DEPLOY_KIT_SECRET_0',
            'id=npmrc,src=.npmrc',
          ],
          ssh: ['default'],
          'cache-to': ['type=gha,mode=max'],
        },
      },
    });
  });

  it('that bake did not print is an error', () => {
    expect(() => parseBakeDefinition('oops', 'docker')).toThrow(/something else/);
  });
});

describe('buildx’s metadata', () => {
  it('is one object for a build, one a target for a bake', () => {
    const one = { 'containerimage.digest': 'sha256:a', 'containerimage.config.digest': 'sha256:c' };
    expect(parseMetadata(JSON.stringify(one), 'dockerfile', ['image']).get('image')).toEqual({
      digest: 'sha256:a',
      configDigest: 'sha256:c',
    });
    const several = JSON.stringify({ api: one, 'buildx.build.warnings': [] });
    expect(parseMetadata(several, 'bake', ['api']).get('api')?.digest).toBe('sha256:a');
    expect(() => parseMetadata(several, 'bake', ['web'])).toThrow('no digest of web');
  });

  it.each([
    ['an engine that keeps images by configuration', ['c', undefined], ['m', 'c'], true],
    ['the same configuration', ['m1', 'c'], ['m2', 'c'], true],
    ['the same manifest', ['m', undefined], ['m', undefined], true],
    ['another configuration', ['m1', 'c1'], ['m2', 'c2'], false],
    ['several platforms', ['m1', 'c1'], ['index', undefined], undefined],
    ['nothing to compare', ['m1', undefined], ['m2', 'c'], undefined],
  ] as const)('tells whether it is the same image: %s', (_, checked, pushed, same) => {
    const built = ([digest, configDigest]: readonly [string, string | undefined]) => ({
      digest,
      configDigest,
    });
    expect(sameImage(built(checked), built(pushed))).toBe(same);
  });
});

describe('a failed build', () => {
  const explain = (
    stderr: string,
    name: string,
    anonymous = false,
  ): ReturnType<typeof explainBuild> =>
    explainBuild(
      { code: 1, stderr },
      [image(name)],
      { anonymous, who: 'the account ci' },
      'docker',
    );

  // Texts as they were met: docker/buildx and the registries' issues.
  it.each([
    [
      'D1',
      'europe-west1-docker.pkg.dev/shop/web/api',
      'ERROR: failed to solve: failed to push europe-west1-docker.pkg.dev/shop/web/api:1: name unknown: Repository "web" not found',
      'registry-repository-missing',
      'gcloud artifacts repositories create web --project=shop --location=europe-west1',
    ],
    [
      'D1 at ECR',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api',
      "ERROR: name unknown: The repository with name 'api' does not exist in the registry with id '123456789012'",
      'registry-repository-missing',
      'aws ecr create-repository --repository-name api --region eu-west-1',
    ],
    [
      'E9: no scope',
      'ghcr.io/acme/api',
      'ERROR: denied: permission_denied: The token provided does not match expected scopes.',
      'registry-token-scope',
      'write:packages',
    ],
    [
      'E9: not linked',
      'ghcr.io/acme/api',
      'ERROR: failed to push ghcr.io/acme/api:x: denied: permission_denied: write_package',
      'registry-package-not-linked',
      'with the role Write',
    ],
    [
      'E9: not allowed to create',
      'ghcr.io/acme/api',
      'ERROR: denied: installation not allowed to Create organization package',
      'registry-package-not-linked',
      'packages: write',
    ],
    [
      'a wrong password',
      'ghcr.io/acme/api',
      'ERROR: failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized',
      'registry-login-refused',
      'classic personal access token',
    ],
    [
      'no right',
      'acme/api',
      'ERROR: push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'registry-denied',
      'the right to push acme/api',
    ],
    [
      'a broken step',
      'ghcr.io/acme/api',
      'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      'image-build-failed',
      'docker',
    ],
    [
      'no buildx',
      'ghcr.io/acme/api',
      "docker: 'buildx' is not a docker command.\nSee 'docker --help'",
      'buildx-missing',
      'docker/setup-buildx-action',
    ],
    [
      'no engine',
      'ghcr.io/acme/api',
      'ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'runner-docker-not-running',
      'systemctl start docker',
    ],
  ])('%s', (_, name, stderr, entry, fix) => {
    const error = explain(stderr, name);
    expect([error.entry, error.fix]).toEqual([entry, expect.stringContaining(fix)]);
    expect(error.details.length).toBeGreaterThan(0);
  });

  it('E9: not logged in', () => {
    const error = explain(
      'ERROR: denied: requested access to the resource is denied',
      'acme/x',
      true,
    );
    expect(error.entry).toBe('registry-login-missing');
  });
});

describe('a checked container', () => {
  const container = (state: object, restarts = 0): CheckedContainer => ({
    Id: 'x',
    Name: '/p-web-1',
    RestartCount: restarts,
    State: { Status: 'running', ExitCode: 0, StartedAt: '2026-01-01T00:00:00.5Z', ...state },
    Config: { Labels: { 'com.docker.compose.service': 'web' } },
  });
  const at = (seconds: number): Date =>
    new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000);

  it.each([
    ['healthy', container({ Health: { Status: 'healthy' } }), 1, 'passed'],
    ['starting', container({ Health: { Status: 'starting' } }), 60, 'waiting'],
    ['unhealthy', container({ Health: { Status: 'unhealthy' } }), 1, 'failed'],
    ['just up, without a healthcheck', container({}), 2, 'waiting'],
    ['up for a while', container({}), 4, 'passed'],
    ['a one-time service', container({ Status: 'exited' }), 1, 'passed'],
    ['a crash', container({ Status: 'exited', ExitCode: 1 }), 1, 'failed'],
    ['a restart loop', container({}, 2), 60, 'failed'],
    [
      'not started',
      container({ Status: 'created', StartedAt: '0001-01-01T00:00:00Z' }),
      1,
      'waiting',
    ],
  ])('%s', (_, checked, seconds, kind) => {
    expect(judgeContainer(checked, at(seconds)).kind).toBe(kind);
  });
});

describe('mirrors', () => {
  const mirrors = [
    { from: 'ghcr.io/acme', to: 'mirror.example.com/acme-ghcr' },
    { from: 'docker.io', to: 'mirror.example.com/hub' },
  ];

  it.each([
    ['ghcr.io/acme/api:v1', 'mirror.example.com/acme-ghcr/api:v1'],
    ['nginx', 'mirror.example.com/hub/library/nginx'],
    ['ghcr.io/acme2/api:v1', 'ghcr.io/acme2/api:v1'],
  ])('%s → %s', (from, to) => {
    expect(mirrored(image(from), mirrors)).toEqual(image(to));
  });
});

describe('platforms', () => {
  it.each([
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm', 'linux/arm/v7', true],
    ['linux/arm/v6', 'linux/arm/v7', false],
    ['linux/x86_64', 'linux/amd64', true],
    ['arm64', 'linux/arm64', true],
    ['linux/aarch64', 'linux/arm64/v8', true],
    ['linux/amd64/v3', 'linux/amd64', false],
    ['windows/amd64', 'linux/amd64', false],
  ])('%s and %s: %s', (wanted, available, same) => {
    expect(samePlatform(wanted, available)).toBe(same);
  });
});

// A builder that tells configurations apart is not among this machine's; what it would say decides here.
describe('what was pushed', () => {
  const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
  const built = (manifest: string, config: string): BuiltImage => ({
    digest: digest(manifest),
    configDigest: digest(config),
  });
  const options: BuildOptions = {
    platforms: [],
    buildArgs: new Map(),
    labels: new Map(),
    annotations: [],
    secrets: [],
    ssh: [],
    cacheFrom: [],
    cacheTo: [],
    noCache: false,
    pull: false,
    provenance: undefined,
    sbom: undefined,
  };
  const origin = { sha, ref: 'refs/heads/main', repository: 'acme/api', actor: 'ada' };

  it.each([
    ['another one than was checked', { load: 'c', push: 'd', served: 'a' }, 'image-not-as-checked'],
    ['another one than is served', { load: 'c', push: 'c', served: 'b' }, 'image-not-as-built'],
  ])('must not be %s', async (_, { load, push, served }, entry) => {
    const sent = buildRelease(
      {
        tags: ['sha-1'],
        options,
        skipExisting: false,
        check: { composeFile: undefined, command: 'true', timeoutSeconds: 1 },
        login: { dockerConfig: undefined, anonymous: true, who: 'nobody' },
        origin: releaseOfRun({ ...origin, runId: 1, runUrl: 'u' }, '11111111', new Date(0)),
      },
      {
        targets: [{ name: 'api', image: image('ghcr.io/acme/api') }],
        metadata: () => '{}',
        build: (_tags, _options, destination) =>
          Promise.resolve(
            new Map([['api', destination === 'load' ? built('e', load) : built('a', push)]]),
          ),
      },
      {
        processes: {
          run: () => Promise.resolve({ code: 0, stdout: '[]', stderr: '' }),
          runIfCancelled: () => () => undefined,
        },
        scratch: { path: (name) => name, write: () => undefined, read: () => '' },
        registry: {
          find: () => Promise.resolve({ digest: digest(served), platforms: [] }),
          describe: () =>
            Promise.resolve({ labels: new Map(), created: undefined, healthcheck: false }),
          size: () => Promise.resolve(undefined),
          missingBlobs: () => Promise.resolve([]),
          addTag: () => Promise.resolve(),
          requests: 0,
        },
        clock: virtualClock(),
        reporter: silentReporter,
      },
    );
    await expect(sent).rejects.toMatchObject({ entry });
  });
});
