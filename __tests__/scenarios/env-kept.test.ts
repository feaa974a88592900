import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

const compose = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['8080:8080']
    environment: ['DATABASE_URL', 'MOTTO']
  monitor: { image: 'caddy:2', command: sleep 100000, restart: unless-stopped, profiles: [monitoring] }
volumes: { data: {} }
`;

/** Somebody's own, with all that such a file may hold. */
const own = (image: string): string => `# ours, do not touch
IMAGE=${image}
IMAGE_TAG=v1
COMPOSE_PROJECT_NAME=shop
COMPOSE_PROFILES=monitoring
export DATABASE_URL=postgres://shop
MOTTO="one
TWO=two
three"
`;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'env-kept' });
  for (const tag of ['v1', 'v2', 'v3', 'v4']) await pushApp(stage, tag);
  const login = `docker login -u ${stage.registry.username} --password-stdin ${stage.registry.host}`;
  await server.exec(['su', 'deploy', '-c', login], { input: stage.registry.password });
  const write = (file: string, text: string) =>
    server.exec(['su', 'deploy', '-c', `cat >/opt/app/${file}`], { input: text });
  await write('compose.yml', compose);
  await write('.env', own(`${stage.registry.host}/acme/api`));
  const up = await server.ssh('cd /opt/app && docker compose up -d');
  expect(up.code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

const image = (): string => `IMAGE=${stage.registry.host}/acme/api\n`;

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, { files: { 'compose.yml': compose, ...files }, inputs }),
  );

const envFile = async (): Promise<string> => (await server.exec(['cat', '/opt/app/.env'])).stdout;

const running = async (): Promise<readonly string[]> => {
  const { stdout } = await server.exec(['docker', 'ps', '--format', '{{.Names}}']);
  return stdout.trim().split('\n').toSorted();
};

/** What the app has in its environment. */
const seenBy = async (variable: string): Promise<string | undefined> => {
  const format = '{{json .Config.Env}}';
  const { stdout } = await server.exec(['docker', 'inspect', '--format', format, 'shop-web-1']);
  const entries = JSON.parse(stdout) as readonly string[];
  return entries.find((entry) => entry.startsWith(`${variable}=`))?.slice(variable.length + 1);
};

describe("The server's own env file", () => {
  it('keeps what no release brought when lines are added', async () => {
    const shown = await deploy('v2', { env: `${image()}API_KEY=one`, 'dry-run': 'true' });
    expect(shown.log).toMatch(
      /Env file: added .*`API_KEY`.*; kept, since no release brought them: .*`DATABASE_URL`/,
    );
    const run = await deploy('v2', { env: `${image()}API_KEY=one` });
    expect([run.code, run.annotations]).toEqual([0, []]);
    const text = await envFile();
    expect(text).toContain('# ours, do not touch\n');
    expect(text).toContain('MOTTO="one\nTWO=two\nthree"\n');
    expect(text).toMatch(/^API_KEY=one$/m);
    expect(await seenBy('DATABASE_URL')).toBe('postgres://shop');
    expect(await seenBy('MOTTO')).toBe('one\nTWO=two\nthree');
    expect(await running()).toEqual(['shop-monitor-1', 'shop-web-1']);
    expect(await answer(server)).toBe('version v2');
  });

  it('loses what the live release brought and the next one does not', async () => {
    const run = await deploy('v3', { env: `${image()}OTHER=two` });
    expect(run.code).toBe(0);
    const text = await envFile();
    expect(text).not.toContain('API_KEY');
    expect(text).toMatch(/^OTHER=two$/m);
    expect(text).toMatch(/^COMPOSE_PROJECT_NAME=shop$/m);
    expect(run.log).toContain('The live release brought API_KEY');
  });

  it('keeps it beside an env file of the checkout, too', async () => {
    const files = { 'production.env': `${image()}DATABASE_URL=postgres://new\n` };
    const run = await deploy('v4', { env: '', 'env-file': 'production.env' }, files);
    expect(run.code).toBe(0);
    expect(await seenBy('DATABASE_URL')).toBe('postgres://new');
    expect(await seenBy('MOTTO')).toBe('one\nTWO=two\nthree');
    expect(await running()).toEqual(['shop-monitor-1', 'shop-web-1']);
    expect((await envFile()).match(/DATABASE_URL/g)).toHaveLength(1);
  });

  it('keeps it through a rollback, as it is by then', async () => {
    await server.ssh("sed -i 's/^three/four/; $ a LATER=yes' /opt/app/.env");
    const {
      host,
      'ssh-key': key,
      'known-hosts': hosts,
      path,
    } = deployOptions(stage, server, 'v3').inputs;
    const inputs = { host, 'ssh-key': key, 'known-hosts': hosts, path };
    expect((await runBundle('rollback', { inputs: inputs as Record<string, string> })).code).toBe(
      0,
    );
    const text = await envFile();
    expect(text).toContain('MOTTO="one\nTWO=two\nfour"\n');
    // What the release that is live no more brought is as it was before that.
    expect(text).toMatch(/^export DATABASE_URL=postgres:\/\/shop$/m);
    for (const line of [/^LATER=yes$/m, /^OTHER=two$/m, /^IMAGE_TAG=v3$/m])
      expect(text).toMatch(line);
    expect(await answer(server)).toBe('version v3');
  });

  it('goes on being read where it is mounted', async () => {
    const reader =
      "  reader: { image: 'caddy:2', command: sleep 100000, user: '33', init: true, volumes: ['./.env:/.env:ro'] }\n";
    const files = { 'compose.yml': compose.replace('volumes: {', `${reader}volumes: {`) };
    expect((await deploy('v1', { env: `${image()}OTHER=two` }, files)).code).toBe(0);
    await server.ssh('chmod 644 /opt/app/.env');
    expect((await deploy('v2', { env: `${image()}OTHER=two` }, files)).code).toBe(0);
    const read = 'docker restart shop-reader-1 >/dev/null && docker exec shop-reader-1 cat /.env';
    expect((await server.ssh(read)).stdout).toMatch(/^IMAGE_TAG=v2$/m);
  });

  it('gives it up where that is allowed', async () => {
    const inputs = { env: image(), allow: 'env-keys' };
    const run = await deploy('v1', inputs);
    expect(run.code).toBe(0);
    expect(await envFile()).not.toMatch(/DATABASE_URL|MOTTO|ours/);
    expect(await seenBy('MOTTO')).toBeUndefined();
  });
});
