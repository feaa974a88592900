import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { must, until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import type { Server } from '../../playground/hosts/server.js';
import type { Finding } from '../../src/local/plan/finding.js';
import { reach, validate } from '../../src/server/shell/scripts.js';
import { composeFile, deployOptions, listing, pushApp, pushHelper } from '../support/deploys.js';
import { runBundle, type BundleOptions, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
let bare: Server;

const healthy = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    healthcheck: { test: [CMD, wget, -qO, /dev/null, 'http://127.0.0.1:8080/'], interval: 1s }
    expose: ['8080']
`;

beforeAll(async () => {
  stage = await setStage(() => undefined);
  server = await stage.startServer({ name: 'preflight' });
  const app = await pushApp(stage, 'v1');
  for (const tag of ['latest', 'v1']) await pushHelper(stage, app, tag);
  bare = await stage.startServer({ name: 'bare', compose: 'none' });
}, 600_000);

afterAll(async () => {
  await stage.close();
});

interface Look extends BundleResult {
  readonly findings: readonly Finding[];
}

async function preflight(
  more: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
  without: readonly string[] = [],
): Promise<Look> {
  const options: BundleOptions = deployOptions(stage, server, 'v1', {
    inputs: { 'registry-plain-http': 'true', ...more.inputs },
    files: { 'compose.yml': healthy, ...more.files },
  });
  const inputs = Object.fromEntries(
    Object.entries(options.inputs).filter(([name]) => !without.includes(name)),
  );
  const result = await runBundle('preflight', { ...options, inputs });
  const { findings } = JSON.parse(result.outputs.get('result') ?? '{"findings":[]}') as {
    findings: readonly Finding[];
  };
  return { ...result, findings };
}

/** The rows that are not as they should be. */
function trouble({ findings }: Look): readonly string[] {
  return findings
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
    .map(({ check, verdict }) => `${verdict} ${check}`);
}

function row({ findings, log }: Look, check: string): Finding {
  const found = findings.find((finding) => finding.check === check);
  if (found === undefined) throw new Error(`No row ${check} in:\n${log}`);
  return found;
}

async function state(): Promise<readonly string[]> {
  const { stdout: images } = await server.exec(['docker', 'images', '-q', '--no-trunc']);
  const folders = ['/opt', '/tmp', '/dev/shm', '/home/deploy'].map((path) => listing(server, path));
  // Docker's own, for a moment, with each healthcheck.
  const own = /^\/tmp\/runc-process.*\n/gm;
  return [images, ...(await Promise.all(folders)).map((list) => list.replace(own, ''))];
}

describe('Preflight of a server', () => {
  it('B9: passes one on which a deploy would work, in one table, and changes nothing', async () => {
    const before = await state();
    const look = await preflight();
    expect(trouble(look)).toEqual([]);
    expect([look.code, look.outputs.get('verdict')]).toEqual([0, 'pass']);
    expect(await state()).toEqual(before);
    expect(look.summary).toMatch(/\| :white_check_mark: \| server: docker \| Docker \d+\.\d+/);
    expect(row(look, 'server: registry').detail).toMatch(/it answers for .*acme\/api@sha256:/);
    expect(row(look, 'ssh: key').detail).toMatch(/^ssh-ed25519 SHA256:/);
    expect(row(look, 'server: platform').detail).toMatch(/^linux\/amd64, as the images/);
    expect(row(look, 'server: ports').detail).toBe('the services publish none');
  }, 60_000);

  it('passes a server where the release runs already, with its own ports taken by itself', async () => {
    const files = { 'compose.yml': composeFile };
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { files }),
    );
    expect(deployed.code).toBe(0);
    const look = await preflight({ files });
    expect(row(look, 'server: ports')).toMatchObject({
      verdict: 'pass',
      detail: expect.stringContaining('8080'),
    });
    expect(row(look, 'server: files that a deploy replaces').verdict).toBe('pass');
    await server.exec(['install', '-d', '-o', 'deploy', '/opt/other']);
    const other = await preflight({ files, inputs: { path: '/opt/other' } });
    expect(row(other, 'server: ports')).toMatchObject({
      verdict: 'fail',
      detail: expect.stringMatching(/port 8080 of service web is taken by the container app-web-1/),
    });
    // Its image has a healthcheck of its own; its port keeps it from rolling.
    expect(row(look, 'compose: healthchecks').verdict).toBe('pass');
    expect(row(look, 'compose: strategy')).toMatchObject({
      verdict: 'warn',
      detail: expect.stringContaining('publishes the port 8080'),
    });
  }, 60_000);

  it('names the program that has a port, a lock that is held, and files that are not a release’s own', async () => {
    await server.exec([
      'sh',
      '-c',
      'install -d -o deploy /opt/busy && echo mine >/opt/busy/app.conf',
    ]);
    await server.exec([
      'sh',
      '-c',
      'mkdir -p /opt/busy/.deploy-kit && chown -R deploy /opt/busy && systemd-run --quiet --unit=held flock /opt/busy/.deploy-kit/lock sleep 60 && systemd-run --quiet --unit=listener python3 -m http.server 8077',
    ]);
    const withConf = `${healthy}    ports: ['8077:8080']\n    volumes: ['./app.conf:/etc/app.conf:ro']\n`;
    await until('the port is taken', 30, async () => {
      const { stdout } = await server.exec(['ss', '-Hlnt', 'sport = :8077']);
      return stdout !== '';
    });
    const look = await preflight({
      inputs: { path: '/opt/busy' },
      files: { 'compose.yml': withConf, 'app.conf': 'theirs\n' },
    });
    expect(row(look, 'server: ports')).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('taken by a program outside of Docker'),
      fix: expect.stringContaining("sport = :8077'"),
    });
    // Of root, whose open files the user that logs in does not see.
    expect(row(look, 'server: lock').detail).toContain('held by a process of another user');
    expect(row(look, 'server: files that a deploy replaces').detail).toContain('app.conf');
    await server.exec(['systemctl', 'stop', 'held', 'listener']);
  }, 60_000);

  it.each<
    readonly [
      name: string,
      check: string,
      detail: RegExp,
      more: { readonly inputs?: Record<string, string>; readonly files?: Record<string, string> },
    ]
  >([
    [
      'A6: a secret of the wrong length',
      'fail env: rules',
      /SECRET_KEY must be 16 bytes long/,
      {
        files: { '.env.schema': '# @required @type=string(isLength=16)\nSECRET_KEY=\n' },
        inputs: { env: 'IMAGE=x\nSECRET_KEY=far-too-short' },
      },
    ],
    [
      'A8: a service that a reboot does not bring back',
      'warn compose: restart policies',
      /does not bring back: web/,
      { files: { 'compose.yml': healthy.replace('    restart: unless-stopped\n', '') } },
    ],
    [
      'B1: two variables that must be equal',
      'fail env: rules',
      /MINIO_SECRET_KEY must be equal to MINIO_ROOT_PASSWORD/,
      {
        files: {
          '.env.schema': 'MINIO_ROOT_PASSWORD=\n# @equals=MINIO_ROOT_PASSWORD\nMINIO_SECRET_KEY=\n',
        },
        inputs: { env: 'IMAGE=x\nMINIO_ROOT_PASSWORD=one-of-them\nMINIO_SECRET_KEY=the-other' },
      },
    ],
    [
      'B6: a file that the Compose file mentions and nobody has',
      'fail server: networks, volumes, files',
      /scripts/,
      { files: { 'compose.yml': `${healthy}    volumes: ['./scripts/run.sh:/run.sh:ro']\n` } },
    ],
    [
      'E7: an external network that is missing',
      'fail server: networks, volumes, files',
      /network proxy_net does not exist/,
      {
        files: {
          'compose.yml': `${healthy}    networks: [proxy_net]\nnetworks: {proxy_net: {external: true}}\n`,
        },
      },
    ],
    [
      'an external volume that is missing',
      'fail server: networks, volumes, files',
      /volume data does not exist/,
      {
        files: {
          'compose.yml': `${healthy}    volumes: ['data:/data:ro']\nvolumes: {data: {external: true}}\n`,
        },
      },
    ],
    [
      'a key that only the server’s Compose refuses',
      'fail server: compose files',
      /Additional property restarts is not allowed/,
      { files: { 'compose.yml': `${healthy}    restarts: always\n` } },
    ],
    [
      'an image outside the release that runs `latest`',
      'warn compose: tags',
      /helper \(.*acme\/helper\)/,
      {
        files: {
          'compose.yml': `${healthy}  helper: {image: '\${HELPER}', restart: always, profiles: [x]}\n`,
        },
        inputs: { env: 'IMAGE=x\nHELPER=x\nCOMPOSE_PROFILES=x' },
      },
    ],
    [
      'a strategy that the services can not follow',
      'fail compose: strategy',
      /web: it publishes the port 8080/,
      { files: { 'compose.yml': composeFile }, inputs: { strategy: 'rolling' } },
    ],
    [
      'another host key',
      'fail ssh: login',
      /host key .* is not the expected one/,
      { inputs: { 'known-hosts': '', 'host-fingerprint': `SHA256:${'A'.repeat(43)}` } },
    ],
    [
      'an account that the registry refuses',
      'fail release',
      /registry/,
      { inputs: { 'registry-password': 'not-the-password' } },
    ],
    [
      'a disk that is too small',
      'warn server: disk',
      /\d+ MB free/,
      { inputs: { path: '/opt/small/site' } },
    ],
  ])(
    '%s',
    async (_, expected, detail, more) => {
      const image = `IMAGE=${stage.registry.host}/acme/api`;
      const inputs = { ...more.inputs };
      if (inputs.env !== undefined)
        inputs.env = inputs.env
          .replace('IMAGE=x', image)
          .replace('HELPER=x', image.replace(/^IMAGE(.*)api/, 'HELPER$1helper'));
      const look = await preflight({ ...more, inputs });
      expect(trouble(look)).toEqual([expected]);
      const { detail: words } = row(look, expected.replace(/^\w+ /, ''));
      expect(words).toMatch(detail);
      expect([look.code, look.outputs.get('verdict')]).toEqual(
        expected.startsWith('fail') ? [1, 'fail'] : [0, 'warn'],
      );
    },
    60_000,
  );

  it('A4: the old standalone Compose reads the files as the plugin does', async () => {
    const old = await stage.startServer({ name: 'old', compose: 'standalone' });
    const inputs = {
      host: `deploy@${old.address}`,
      'ssh-key': old.privateKey,
      'known-hosts': old.knownHosts,
    };
    const good = await preflight({ inputs });
    expect(trouble(good)).toEqual([]);
    expect(row(good, 'server: compose').detail).toMatch(/^docker-compose 1\.29/);
    const files = { 'compose.yml': `${healthy}    restarts: always\n` };
    expect(trouble(await preflight({ inputs, files }))).toEqual(['fail server: compose files']);
  }, 120_000);

  it('an image that only the server may read is the server’s to tell', async () => {
    const { host, username, password } = stage.registry;
    const image = (name: string): string => `{ image: '${host}/acme/${name}:v1', restart: always }`;
    const files = {
      'compose.yml': `services:\n  web: ${image('api')}\n  helper: ${image('helper')}\n`,
    };
    const account = ['registry-username', 'registry-password', 'images'];
    const refused = await preflight({ files }, account);
    expect(trouble(refused)).toEqual(['fail server: registry', 'fail server: registry']);
    expect(row(refused, 'image: helper').verdict).toBe('skipped');
    const asDeploy = ['sudo', '-u', 'deploy', '-i', 'docker'];
    const login = [...asDeploy, 'login', '--username', username, '--password-stdin', host];
    await server.exec(login, { input: password });
    const good = await preflight({ files }, account);
    await server.exec([...asDeploy, 'logout', host]);
    expect(trouble(good)).toEqual([]);
  }, 60_000);

  it('A4: a server without Compose', async () => {
    const look = await preflight({
      inputs: {
        host: `deploy@${bare.address}`,
        'ssh-key': bare.privateKey,
        'known-hosts': bare.knownHosts,
      },
    });
    expect(trouble(look)).toEqual(['fail server: compose']);
    expect(row(look, 'server: compose').fix).toContain('apt-get install docker-compose-plugin');
  }, 60_000);

  it('A5, B4: a user who may not use Docker, and sudo that asks for a password', async () => {
    await server.exec([
      'sh',
      '-c',
      'useradd --create-home --shell /bin/sh ops && usermod --password "*" ops && cp -r /home/deploy/.ssh /home/ops && chown -R ops /home/ops/.ssh && install -d -o ops /opt/ops && echo "ops ALL=(root) /usr/bin/docker" >/etc/sudoers.d/ops',
    ]);
    const inputs = { host: `ops@${server.address}`, path: '/opt/ops' };
    const look = await preflight({ inputs });
    expect(trouble(look)).toEqual(['fail server: docker']);
    expect(row(look, 'server: docker').detail).toContain('a password is required');
    expect(row(look, 'server: compose').verdict).toBe('skipped');
    await server.exec(['sh', '-c', 'sed -i "s/(root)/(root) NOPASSWD:/" /etc/sudoers.d/ops']);
    const good = await preflight({ inputs });
    expect(trouble(good)).toEqual([]);
    expect(row(good, 'server: docker').detail).toContain('through sudo');
  }, 60_000);

  it('B3: a key with a passphrase that is not given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-key-'));
    const file = join(folder, 'key');
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'a long phrase', '-f', file]);
    const look = await preflight({ inputs: { 'ssh-key': readFileSync(file, 'utf8') } });
    rmSync(folder, { recursive: true });
    expect(trouble(look)).toEqual(['fail ssh: key']);
    expect(look.findings.map(({ check }) => check)).not.toContain('ssh: login');
  }, 60_000);

  it('takes nothing of the server for its own: a folder that lacks a file stays as it is', async () => {
    await server.exec(['install', '-d', '-o', 'deploy', '/opt/nested', '/opt/nested/secrets']);
    const before = await state();
    const look = await preflight({
      inputs: { path: '/opt/nested' },
      files: {
        'compose.yml': `${healthy}    env_file: [secrets/app.env]\n    volumes: ['./secrets:/run/s']\n`,
      },
    });
    expect(trouble(look)).toContain('fail server: networks, volumes, files');
    expect(await state()).toEqual(before);
  }, 60_000);

  it.each([
    ['reach', reach, ['', 'plain', 'account', 'ghcr.io/acme/api', '--'], '{"auths":{}}'],
    ['validate', validate, ['/opt/app', 'docker compose', '', '', 'compose.yml', '--'], ''],
  ])(
    'leaves no secret behind when nobody hears the script %s any more',
    async (_, script, args, input) => {
      const before = await state();
      await server.exec(['sh', '-c', '{ sh -c "$@"; } 2>&1 | true', 'sh', script, 'sh', ...args], {
        input,
      });
      await server.exec(['sh', '-c', 'dash -c "$@" >&-', 'sh', script, 'sh', ...args], { input });
      expect(await state()).toEqual(before);
    },
    60_000,
  );

  it('reads the env file that a deploy would make: another one on the server, and lines to add', async () => {
    await server.exec([
      'sh',
      '-c',
      'install -d -o deploy /opt/vault && echo NEEDED=yes >/opt/vault/app.env',
    ]);
    const files = {
      'compose.yml': `${healthy}    labels: ['needed=\${NEEDED:?}', 'more=\${MORE:?}']\n`,
    };
    const env = `IMAGE=${stage.registry.host}/acme/api`;
    const inputs = {
      path: '/opt/vault',
      'env-file': '/opt/vault/app.env',
      env: `${env}\nMORE=yes`,
    };
    expect(trouble(await preflight({ files, inputs }))).toEqual([]);
    const lacking = await preflight({ files, inputs: { ...inputs, env } });
    expect(trouble(lacking)).toEqual(['fail compose: files']);
    const none = await preflight({
      files,
      inputs: { ...inputs, 'env-file': '/opt/vault/none.env' },
    });
    expect(row(none, 'server: compose files').detail).toContain('cannot read the env file');
  }, 60_000);

  it('takes what only the server’s own env file tells for what it is, and so does a deploy', async () => {
    const { host } = stage.registry;
    const env = `HELPER=${host}/acme/helper\nTAG=latest\nSTACK=prod\n`;
    await server.exec(
      [
        'sh',
        '-c',
        'install -d -o deploy /opt/own && cat >/opt/own/.env && chown deploy /opt/own/.env && docker volume create prod_data',
      ],
      { input: env },
    );
    const files = {
      'compose.yml': `${healthy.replace('${IMAGE}', `${host}/acme/api`)}    volumes: ['data:/data:ro']
  helper:
    image: \${HELPER}:\${TAG:?}
    restart: unless-stopped
volumes:
  data: { external: true, name: '\${STACK}_data' }
`,
    };
    const inputs = { path: '/opt/own', env: '' };
    const look = await preflight({ files, inputs });
    expect(trouble(look)).toEqual(['warn compose: tags']);
    expect(row(look, 'image: helper').verdict).toBe('pass');
    // Its own login is for such an image, in a deploy as by hand.
    const { username, password } = stage.registry;
    const asDeploy = ['sudo', '-u', 'deploy', '-i', 'docker'];
    const login = [...asDeploy, 'login', '--username', username, '--password-stdin', host];
    await server.exec(login, { input: password });
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { files, inputs }),
    );
    await server.exec([...asDeploy, 'logout', host]);
    expect([deployed.code, deployed.log]).toEqual([0, expect.stringContaining('is live on')]);
  }, 90_000);

  it('shows no value of an env file that Compose cannot read', async () => {
    await server.exec([
      'sh',
      '-c',
      `install -d -o deploy /opt/broken && echo 'A="hunter2-and-more' >/opt/broken/.env`,
    ]);
    const look = await preflight({ inputs: { path: '/opt/broken', env: '' } });
    expect(row(look, 'server: compose files').verdict).toBe('fail');
    expect(look.log + look.summary + (look.outputs.get('result') ?? '')).not.toContain('hunter2');
  }, 60_000);

  it('on a pull request, without a release, looks at all the rest', async () => {
    const look = await preflight({}, ['images']);
    expect([look.code, row(look, 'release').verdict]).toEqual([0, 'skipped']);
    expect(row(look, 'server: docker').verdict).toBe('pass');
  }, 60_000);

  it('fails on warnings where it is told to, and never where that is said', async () => {
    const files = { 'compose.yml': healthy.replace('    restart: unless-stopped\n', '') };
    const strict = await preflight({ files, inputs: { 'fail-on': 'warn' } });
    expect([strict.code, strict.entries, strict.annotations[0]?.title]).toEqual([
      1,
      ['preflight-failed'],
      expect.stringMatching(/^Preflight found what would go wrong: 0 fail, 1 warn, \d+ pass/),
    ]);
    const broken = { 'compose.yml': `${healthy}    restarts: always\n` };
    const lax = await preflight({ files: broken, inputs: { 'fail-on': 'never' } });
    expect([lax.code, lax.outputs.get('verdict')]).toEqual([0, 'fail']);
  }, 60_000);
});
