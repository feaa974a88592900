import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../playground/github/github.js';
import { ensureBaseImages, busyboxImage } from '../../playground/hosts/base-images.js';
import { ensurePostgresImage, postgresImage } from '../../playground/hosts/postgres-image.js';
import { startRegistry, type Registry } from '../../playground/hosts/registry.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { startEngine, type Engine } from '../../playground/machine/engine.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { parseImageReference, type ImageReference } from '../../src/image/image-reference.js';
import type { ImageDescription, RemoteImage } from '../../src/image/remote-image.js';
import { besideDatabase, databaseApp } from '../support/database-app.js';
import {
  runBundle,
  startBundle,
  type BundleOptions,
  type BundleResult,
} from '../support/run-bundle.js';

let engine: Engine;
let registry: Registry;
let github: GitHub;
let token: string;
let commits = 0;

beforeAll(async () => {
  engine = await startEngine();
  await ensureBaseImages(engine);
  await ensurePostgresImage(engine);
  registry = await startRegistry(engine, { auth: 'basic' });
  github = await GitHub.start({
    actions: { 'org/deploy-kit': repositoryRoot },
    env: { PATH: process.env.PATH ?? '', ...engine.env },
  });
  await github.createRepository('acme/api', {
    '.github/workflows/deploy.yml': `on: {repository_dispatch: {types: [deploy]}}
jobs: {deploy: {runs-on: ubuntu-latest, steps: [{run: 'true'}]}}
`,
  });
  token = github.tokens.create({
    kind: 'job',
    repository: 'acme/api',
    permissions: { contents: 'write', actions: 'read' },
  });
}, 300_000);

afterAll(async () => {
  github.stop();
  await registry.remove();
});

let sha: string;

// Each build is of a commit of its own.
beforeEach(() => {
  commits += 1;
  sha = commits.toString(16).padStart(12, '0').padEnd(40, 'c');
});

function build(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<BundleResult> {
  return runBundle('build-and-dispatch', options(inputs, files, env));
}

function options(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): BundleOptions {
  return {
    files,
    inputs: {
      'registry-username': registry.username,
      'registry-password': registry.password,
      'github-token': token,
      repositories: 'acme/api',
      ...inputs,
    },
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_SHA: sha,
      ...engine.env,
      ...env,
    },
    event: { repository: { default_branch: 'main' } },
  };
}

function reference(name: string, tag: string): ImageReference {
  const parsed = parseImageReference(`${registry.host}/${name}:${tag}`);
  if (parsed === undefined) throw new Error(name);
  return parsed;
}

const client = (): ReturnType<typeof ociRegistry> =>
  ociRegistry({
    account: {
      registry: registry.host,
      username: registry.username,
      password: registry.password,
    },
  });

const find = (name: string, tag: string): Promise<RemoteImage | undefined> =>
  client().find(reference(name, tag));

const describeImage = (name: string, tag: string): Promise<ImageDescription | undefined> =>
  client().describe(reference(name, tag));

const shaTag = (): string => `sha-${sha.slice(0, 12)}`;

interface Announced {
  readonly images: readonly { readonly reference: string; readonly digest: string }[];
}

const released = ({ outputs }: BundleResult): Announced =>
  JSON.parse(outputs.get('release') ?? '{}') as Announced;

const dockerfile = `FROM ${busyboxImage}\nARG VERSION=0\nRUN echo "$VERSION" >/version\n`;

describe('one image', () => {
  it('gets its tags, labels and digest, which buildx says and the registry confirms', async () => {
    const result = await build(
      {
        image: `${registry.host}/acme/one`,
        tags: 'branch\nlatest\nbuild-{run}',
        'build-args': 'VERSION=1',
        labels: 'com.example.team=api\norg.opencontainers.image.title=One ${not a template}',
      },
      { Dockerfile: dockerfile },
      { GITHUB_RUN_NUMBER: '7' },
    );
    expect([result.code, result.log]).toEqual([0, expect.stringContaining('Sent to acme/api')]);
    expect(result.outputs.get('tags')).toBe(`${shaTag()}\nmain\nlatest\nbuild-7`);
    const image = await find('acme/one', shaTag());
    for (const tag of ['main', 'latest', 'build-7'])
      expect((await find('acme/one', tag))?.digest).toBe(image?.digest);
    expect(result.outputs.get('digest')).toBe(image?.digest);
    expect(JSON.parse(result.outputs.get('metadata') ?? '')).toMatchObject({
      'containerimage.digest': image?.digest,
    });
    const { labels } = (await describeImage('acme/one', shaTag())) ?? { labels: new Map() };
    expect(Object.fromEntries(labels)).toMatchObject({
      'org.opencontainers.image.revision': sha,
      'org.opencontainers.image.version': shaTag(),
      'org.opencontainers.image.source': 'https://github.example/acme/api',
      'org.opencontainers.image.title': 'One ${not a template}',
      'com.example.team': 'api',
    });
    expect(result.summary).toContain('`build-7`');
  });

  it('keeps a secret out of the log, the image and the argument list', async () => {
    const secret = 'sesame-open-9d2e';
    const result = await build(
      { image: `${registry.host}/acme/secret`, secrets: `the.token=${secret}` },
      {
        Dockerfile: `FROM ${busyboxImage}\nRUN --mount=type=secret,id=the.token cat /run/secrets/the.token && [ "$(cat /run/secrets/the.token)" = ${secret.slice(0, 6)}"${secret.slice(6)}" ] && ! ps -o args | grep "${secret.slice(0, 6)}[-]open-9d2e"\n`,
      },
    );
    expect([result.code, result.log]).toEqual([0, expect.not.stringContaining(secret)]);
    const name = `${registry.host}/acme/secret:${shaTag()}`;
    expect(await engine.must(['history', '--no-trunc', name])).not.toContain(secret);
  });

  it('is not built again where the registry has it, only tagged and announced', async () => {
    const inputs = { image: `${registry.host}/acme/skip`, 'skip-existing': 'true' };
    const first = await build(inputs, { Dockerfile: dockerfile });
    expect(first.log).toContain('Build and push');
    // A Dockerfile that can't be built: nobody may try.
    const again = await build({ ...inputs, tags: 'latest' }, { Dockerfile: 'FROM nowhere\n' });
    expect([again.code, again.log]).toEqual([0, expect.stringContaining('is built already')]);
    expect(again.log).not.toContain('Build and push');
    expect(released(again).images).toEqual(released(first).images);
    expect((await find('acme/skip', 'latest'))?.digest).toBe(released(first).images[0]?.digest);
    expect(again.log).toContain('Sent to acme/api');
  });

  it('is built again when the registry has another commit under its tag', async () => {
    const inputs = { image: `${registry.host}/acme/other`, 'skip-existing': 'true' };
    await build(
      { ...inputs, labels: `org.opencontainers.image.revision=${'d'.repeat(40)}` },
      { Dockerfile: dockerfile },
    );
    const again = await build(inputs, { Dockerfile: dockerfile });
    expect([again.code, again.log]).toEqual([0, expect.stringContaining('Build and push')]);
  });

  it('tells the time of its commit to the builder, and labels the image with it', async () => {
    const repository = await github.createRepository('acme/dated', { 'README.md': 'x' });
    const workflow = `on: push
permissions: {contents: write}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: org/deploy-kit/build-and-dispatch@v1
        with:
          image: ${registry.host}/acme/dated
          registry-username: ${registry.username}
          registry-password: ${registry.password}
`;
    const dated = `FROM ${busyboxImage}\nARG SOURCE_DATE_EPOCH\nRUN echo "$SOURCE_DATE_EPOCH" >/epoch\n`;
    const pushed = await github.push(
      repository,
      { '.github/workflows/build.yml': workflow, Dockerfile: dated },
      'dated',
    );
    await pushed.runs[0]?.finished;
    expect(pushed.runs[0]?.report?.jobs[0]?.log).toContain('Sent to acme/dated');
    const { time } = await repository.git.commitFacts(pushed.sha);
    const tag = `sha-${pushed.sha.slice(0, 12)}`;
    const { labels } = (await describeImage('acme/dated', tag)) ?? { labels: new Map() };
    expect(labels.get('org.opencontainers.image.created')).toBe(new Date(time).toISOString());
    const name = `${registry.host}/acme/dated:${tag}`;
    expect(await engine.must(['run', '--rm', name, 'cat', '/epoch'])).toBe(
      `${Date.parse(time) / 1000}\n`,
    );
  });
});

describe('several images', () => {
  const files = {
    'api/Dockerfile': `FROM ${busyboxImage}\nARG WHO\nRUN echo "api $WHO" >/who\n`,
    'web/Dockerfile': `FROM ${busyboxImage}\nRUN echo web >/who\n`,
  };

  it('come from a bake file, with what holds for all of them', async () => {
    const hcl = `group "default" { targets = ["api", "web"] }
target "api" {
  context = "api"
  tags = ["${registry.host}/baked/named-api:ignored"]
  args = { WHO = "$$\{literal}" }
}
target "web" {
  context = "web"
}
target "unused" {
  context = "nowhere"
}
`;
    const result = await build(
      { 'bake-file': 'docker-bake.hcl', image: `${registry.host}/baked`, tags: 'latest' },
      { ...files, 'docker-bake.hcl': hcl },
    );
    expect([result.code, result.log]).toEqual([0, expect.stringContaining('Sent to acme/api')]);
    const [api, web] = [await find('baked/named-api', shaTag()), await find('baked/web', 'latest')];
    expect(released(result).images).toEqual([
      expect.objectContaining({
        reference: `${registry.host}/baked/named-api:${shaTag()}`,
        digest: api?.digest,
      }),
      expect.objectContaining({
        reference: `${registry.host}/baked/web:${shaTag()}`,
        digest: web?.digest,
      }),
    ]);
    expect(await find('baked/named-api', 'ignored')).toBeUndefined();
    const { labels } = (await describeImage('baked/web', shaTag())) ?? { labels: new Map() };
    expect(labels.get('org.opencontainers.image.revision')).toBe(sha);
    const who = await engine.must([
      ...['run', '--rm', `${registry.host}/baked/named-api:${shaTag()}`, 'cat', '/who'],
    ]);
    expect(who).toBe('api ${literal}\n');
  });

  it('come from a Compose file in a folder of its own: each service with build', async () => {
    const compose = `services:
  api: {build: {context: ../api, args: {WHO: compose}}, image: '${registry.host}/composed/api:\${TAG:-x}'}
  web: {build: ../web, image: ${registry.host}/composed/web}
  db: {image: postgres}
`;
    const result = await build(
      { 'compose-file': 'deploy/compose.yml' },
      { ...files, 'deploy/compose.yml': compose },
    );
    expect([result.code, result.log]).toEqual([0, expect.stringContaining('Sent to acme/api')]);
    expect(released(result).images.map((image) => image.reference)).toEqual([
      `${registry.host}/composed/api:${shaTag()}`,
      `${registry.host}/composed/web:${shaTag()}`,
    ]);
    const only = await build(
      { 'compose-file': 'deploy/compose.yml', targets: 'web', 'skip-existing': 'true' },
      { ...files, 'deploy/compose.yml': compose },
    );
    expect(released(only).images).toEqual(released(result).images.slice(1));
  });

  it('must have a name each', async () => {
    const { entries } = await build(
      { 'compose-file': 'compose.yml' },
      { ...files, 'compose.yml': 'services: {web: {build: web}}\n' },
    );
    expect(entries).toEqual(['build-target-unnamed']);
  });

  it('must be some: a Compose file that only names images builds none', async () => {
    const { entries } = await build(
      { 'compose-file': 'compose.yml' },
      { 'compose.yml': 'services: {db: {image: postgres}}\n' },
    );
    expect(entries).toEqual(['build-nothing']);
  });
});

describe('the check of an image', () => {
  const leftovers = async (): Promise<string> =>
    (await engine.must(['ps', '--all', '--quiet', '--filter', 'name=deploy-kit-check'])) +
    (await engine.must(['volume', 'ls', '--quiet', '--filter', 'name=deploy-kit-check'])) +
    (await engine.must(['image', 'ls', '--quiet', 'deploy-kit-check/*']));

  it('starts it beside a real database, and what was checked is what is pushed', async () => {
    const result = await build(
      {
        image: `${registry.host}/acme/checked`,
        'verify-compose': 'verify.yml',
        'verify-command': 'psql "$DATABASE_URL" -c "\\d t"',
      },
      {
        Dockerfile: databaseApp(postgresImage),
        'verify.yml': besideDatabase(`${registry.host}/acme/checked`),
      },
    );
    expect([result.code, result.log]).toEqual([0, expect.stringContaining('Sent to acme/api')]);
    expect(await find('acme/checked', shaTag())).toBeDefined();
    expect(await leftovers()).toBe('');
  }, 120_000);

  it('runs a command in a container of its own', async () => {
    const inputs = { image: `${registry.host}/acme/command` };
    const failed = await build(
      { ...inputs, 'verify-command': 'echo "no driver" >&2; exit 4' },
      { Dockerfile: dockerfile },
    );
    expect([failed.entries, failed.annotations[0]?.message]).toEqual([
      ['image-check-failed'],
      expect.stringMatching(/ended with status 4[\s\S]*no driver/),
    ]);
    expect(await find('acme/command', shaTag())).toBeUndefined();
  });

  it('ends in time, and says which service was not ready', async () => {
    const stuck = `FROM ${busyboxImage}\nHEALTHCHECK --interval=1s --start-period=10m CMD false\nCMD ["sleep", "600"]\n`;
    const { code, annotations } = await build(
      {
        image: `${registry.host}/acme/stuck`,
        'verify-compose': 'verify.yml',
        'verify-timeout': '3s',
      },
      {
        Dockerfile: stuck,
        'verify.yml': `services: {web: {image: ${registry.host}/acme/stuck}}\n`,
      },
    );
    expect([code, annotations[0]?.message]).toEqual([
      1,
      expect.stringContaining('The service web is still starting.'),
    ]);
    expect(await leftovers()).toBe('');
  }, 60_000);

  it('leaves nothing behind when the job is cancelled in the middle', async () => {
    const running = await startBundle(
      'build-and-dispatch',
      options(
        { image: `${registry.host}/acme/cancelled`, 'verify-compose': 'verify.yml' },
        {
          Dockerfile: `FROM ${busyboxImage}\nHEALTHCHECK --start-period=10m CMD false\nCMD ["sleep", "600"]\n`,
          'verify.yml': `services: {web: {image: ${registry.host}/acme/cancelled, volumes: ['kept:/kept']}}\nvolumes: {kept: }\n`,
        },
        {},
      ),
    );
    await running.sees(/Container deploy-kit-check-\w+-web-1 {2}Started/);
    expect(await leftovers()).not.toBe('');
    process.kill(running.pid, 'SIGINT');
    expect((await running.result).code).toBe(130);
    expect(await leftovers()).toBe('');
  }, 60_000);

  it('must hold a service that uses the image', async () => {
    const { annotations } = await build(
      { image: `${registry.host}/acme/unused`, 'verify-compose': 'verify.yml' },
      { Dockerfile: dockerfile, 'verify.yml': besideDatabase(`${registry.host}/acme/another`) },
    );
    expect(annotations[0]?.message).toContain(
      `No service of verify.yml uses ${registry.host}/acme/unused.`,
    );
  });
});

describe('what goes wrong', () => {
  const image = (): string => `${registry.host}/acme/refused`;

  it('in the Dockerfile is shown with its last lines', async () => {
    const { entries, annotations } = await build(
      { image: image() },
      { Dockerfile: `FROM ${busyboxImage}\nRUN echo before && false\n` },
    );
    expect(entries).toEqual(['image-build-failed']);
    expect(annotations[0]?.message).toContain('RUN echo before && false');
  });

  it.each([
    ['E9: nobody is logged in', {}, 'registry-login-missing'],
    [
      'E9: a wrong password',
      { 'registry-username': 'ci', 'registry-password': 'not-mine-77' },
      'registry-login-refused',
    ],
  ])('%s', async (_, account, entry) => {
    const { entries, log } = await build(
      { image: image(), 'registry-username': '', 'registry-password': '', ...account },
      { Dockerfile: dockerfile },
      { DOCKER_CONFIG: '/nonexistent' },
    );
    expect(entries).toEqual([entry]);
    expect(log).not.toContain('not-mine-77');
  });

  it('a runner where no engine answers', async () => {
    const env = { DOCKER_HOST: 'unix:///nowhere.sock' };
    const { entries } = await build({ image: image() }, { Dockerfile: dockerfile }, env);
    expect(entries).toEqual(['runner-docker-not-running']);
  });

  it('a runner whose docker has no buildx', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-bare-docker-'));
    const path = process.env.PATH ?? '';
    const bare = `#!/bin/sh\nPATH=${path} exec unshare --mount sh -c 'mount -t tmpfs none /usr/libexec/docker/cli-plugins && exec docker "$@"' sh "$@"\n`;
    writeFileSync(join(folder, 'docker'), bare, { mode: 0o755 });
    const env = { PATH: `${folder}:${path}` };
    const { entries } = await build({ image: image() }, { Dockerfile: dockerfile }, env);
    rmSync(folder, { recursive: true });
    expect(entries).toEqual(['buildx-missing']);
  });

  it.each([
    ['image: ghcr.io/acme/api:v1', { image: 'ghcr.io/acme/api:v1' }, 'must have no tag'],
    ['no image at all', { image: '' }, '`image` is needed'],
    ['two sources', { 'bake-file': 'a', 'compose-file': 'b' }, 'exclude each other'],
    ['a bad tag', { image: 'ghcr.io/acme/api', tags: 'a b' }, 'which makes no tag'],
    [
      'an unknown placeholder',
      { image: 'ghcr.io/acme/api', tags: '{commit}' },
      'knows no {commit}',
    ],
    [
      'a garbled secret',
      { image: 'ghcr.io/acme/api', secrets: 'sesame' },
      'entry 1 must look like',
    ],
  ])('in the inputs: %s', async (_, inputs, words) => {
    const { code, annotations } = await build(inputs, { Dockerfile: dockerfile });
    expect([code, annotations[0]?.message]).toEqual([1, expect.stringContaining(words)]);
    expect(annotations[0]?.message).not.toContain('sesame');
  });

  it('leaves no login behind when the job is cancelled in the middle', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'deploy-kit-runner-temp-'));
    const slow = `FROM ${busyboxImage}\nRUN echo step-runs && sleep 20\n`;
    const running = await startBundle(
      'build-and-dispatch',
      options({ image: image() }, { Dockerfile: slow }, { RUNNER_TEMP: temp }),
    );
    await running.sees(/step-runs/);
    expect(readdirSync(temp).length).toBeGreaterThan(0);
    process.kill(running.pid, 'SIGINT');
    expect((await running.result).code).toBe(130);
    expect(readdirSync(temp)).toEqual([]);
    rmSync(temp, { recursive: true });
  });

  it('logs in beside a credential store, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
    const script = '#!/bin/sh\necho "credentials not found in native keychain"\nexit 1\n';
    writeFileSync(join(folder, 'docker-credential-probe'), script, { mode: 0o755 });
    const config = JSON.stringify({ credsStore: 'probe' });
    writeFileSync(join(folder, 'config.json'), config);
    const result = await build(
      { image: image() },
      { Dockerfile: dockerfile },
      { DOCKER_CONFIG: folder, PATH: `${folder}:${process.env.PATH ?? ''}` },
    );
    expect([result.code, result.log]).toEqual([0, expect.stringContaining('Sent to acme/api')]);
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe(config);
    rmSync(folder, { recursive: true });
  });
});

it("never used GitHub's API against its description", () => {
  expect(github.violations).toEqual([]);
});
