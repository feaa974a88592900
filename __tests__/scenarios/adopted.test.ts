import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'adopted' });
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
  const login = `docker login -u ${stage.registry.username} --password-stdin ${stage.registry.host}`;
  await server.exec(['su', 'deploy', '-c', login], { input: stage.registry.password });
}, 300_000);

afterAll(() => stage.close());

afterEach(() =>
  server.exec([
    ...['sh', '-c'],
    'docker rm -fv $(docker ps -aq); docker volume prune -af; docker network prune -f; rm -rf /opt/app/* /opt/app/.[a-z]*',
  ]),
);

/** Writes files of somebody's and starts them by hand. */
async function startByHand(
  files: Readonly<Record<string, string>>,
  words = 'docker compose up -d',
): Promise<void> {
  for (const [file, text] of Object.entries(files))
    await server.exec(['su', 'deploy', '-c', `cat >/opt/app/${file}`], { input: text });
  const up = await server.ssh(`cd /opt/app && ${words}`);
  expect([up.code, up.stderr]).toEqual([0, expect.anything()]);
}

const deploy = (
  tag: string,
  files: Readonly<Record<string, string>> = {},
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle('deploy-compose', {
    ...deployOptions(stage, server, tag, { files, inputs: { 'stable-for': '1s', ...inputs } }),
    env,
  });

/** What a look before the deploy says. */
const lookAhead = async (
  files: Readonly<Record<string, string>> = {},
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> =>
  (await deploy('v2', files, { ...inputs, 'dry-run': 'true' }, env)).entries;

/** `PROJECT/SERVICE` → id of what runs. */
const running = async (): Promise<Readonly<Record<string, string>>> => {
  const format =
    '{{.Label "com.docker.compose.project"}}/{{.Label "com.docker.compose.service"}} {{.ID}}';
  const { stdout } = await server.exec(['docker', 'ps', '--format', format]);
  const lines = stdout.trim().split('\n').toSorted();
  return Object.fromEntries(lines.map((line) => line.split(' ') as [string, string]));
};

const site = (tag = 'v1'): string =>
  composeFile.replace('${IMAGE}:${IMAGE_TAG:-latest}', `${stage.registry.host}/acme/api:${tag}`);
const extra = `services:
  extra: { image: 'caddy:2', command: sleep 100000, init: true, restart: unless-stopped }
`;

describe('The files that Compose itself would take', () => {
  it('are those of the checkout, the override among them', async () => {
    const override = "services: { web: { ports: ['8085:8080'] } }\n";
    expect((await deploy('v1', { 'docker-compose.override.yml': override })).code).toBe(0);
    expect(await answer(server, 8085)).toBe('version v1');
  });

  it.each([
    ['an override', 'docker-compose.override.yml', ''],
    [
      'what COMPOSE_FILE names',
      'more.yml',
      'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=compose.yml,more.yml\n',
    ],
  ])('on the server are not lost: %s', async (_, file, env) => {
    await startByHand({ 'compose.yml': site(), [file]: extra, '.env': env });
    const before = await running();
    expect(Object.keys(before)).toEqual(['app/extra', 'app/web']);
    expect(await lookAhead()).toEqual(['compose-files-left']);
    const refused = await deploy('v2');
    expect([refused.entries, refused.annotations[0]?.message]).toEqual([
      ['compose-files-left'],
      expect.stringContaining(file),
    ]);
    expect(await running()).toEqual(before);
    // In the release they are its own, and what it does not change is left as it is.
    const files = { [file]: extra };
    const live = await deploy('v2', files, { 'compose-files': `compose.yml\n${file}` });
    expect([live.code, await answer(server)]).toEqual([0, 'version v2']);
    expect((await running())['app/extra']).toBe(before['app/extra']);
    const again = await server.ssh('cd /opt/app && docker compose up -d 2>&1');
    expect([again.code, again.stdout]).toEqual([0, expect.not.stringMatching(/Recreate|Started/)]);
  });

  it('go where that is allowed, and their services where that is, too', async () => {
    await startByHand({ 'compose.yml': site(), 'compose.override.yml': extra });
    expect((await deploy('v2', {}, { allow: 'server-files' })).code).toBe(0);
    expect(Object.keys(await running())).toEqual(['app/extra', 'app/web']);
    expect((await deploy('v3', {}, { allow: 'services' })).code).toBe(0);
    expect(Object.keys(await running())).toEqual(['app/web']);
    expect(await answer(server)).toBe('version v3');
  });
});

describe('What somebody has started by hand is not lost', () => {
  const refused = async (entry: string, words: string, inputs = {}): Promise<void> => {
    const before = await running();
    const run = await deploy('v2', {}, inputs);
    expect([run.entries, run.annotations.at(-1)?.message]).toEqual([
      [entry],
      expect.stringContaining(words),
    ]);
    expect(await running()).toEqual(before);
  };

  it('with a file that only its command names', async () => {
    const words = 'docker compose -f compose.yml -f prod.yml up -d';
    await startByHand({ 'compose.yml': site(), 'prod.yml': extra }, words);
    expect(await lookAhead()).toEqual(['compose-files-left']);
    await refused('compose-files-left', 'prod.yml');
  });

  it('with another env file', async () => {
    const app = site().replace('web:', 'web:\n    environment: { MODE: "${MODE:-test}" }');
    const words = 'docker compose --env-file prod.env up -d';
    await startByHand({ 'compose.yml': app, 'prod.env': 'MODE=production\n' }, words);
    await refused('env-file-left', 'MODE');
    const files = { 'compose.yml': composeFile.replace('web:', 'web:\n    environment: [MODE]') };
    expect((await deploy('v2', files, { 'env-file': '/opt/app/prod.env' })).code).toBe(0);
    const { stdout } = await server.exec(['docker', 'exec', 'app-web-1', 'sh', '-c', 'echo $MODE']);
    expect(stdout).toBe('production\n');
  });

  it('with variables of one shell: neither the data nor what they say', async () => {
    const store = `  db:
    image: caddy:2
    command: sleep 100000
    init: true
    environment: { PASSWORD: "\${PASSWORD}" }
    volumes: ['\${DATA:-./data}:/data']
`;
    await server.ssh('mkdir -p ~/data && echo rows >~/data/rows');
    await startByHand(
      { 'compose.yml': site() + store },
      'DATA=~/data PASSWORD=x docker compose up -d',
    );
    const files = { 'compose.yml': composeFile + store };
    const env = `IMAGE=${stage.registry.host}/acme/api`;
    const before = await running();
    const run = await deploy('v2', files);
    expect([run.entries, run.annotations.at(-1)?.message]).toEqual([
      ['store-left'],
      expect.stringContaining('db has /home/deploy/data at /data, and would have /opt/app/data.'),
    ]);
    const given = await deploy('v2', files, { env: `${env}\nDATA=/home/deploy/data` });
    expect([given.entries, given.annotations.at(-1)?.message]).toEqual([
      ['env-emptied'],
      expect.stringContaining('PASSWORD of db'),
    ]);
    expect([await running(), await answer(server)]).toEqual([before, 'version v1']);
    const all = `${env}\nDATA=/home/deploy/data\nPASSWORD=x`;
    expect((await deploy('v2', files, { env: all })).code).toBe(0);
    const kept = await server.ssh('cd /opt/app && docker compose exec -T db cat /data/rows');
    expect(kept.stdout).toBe('rows\n');
  });
});

describe('A deploy folder', () => {
  it('with several projects is left alone until one is named', async () => {
    await startByHand({ 'compose.yml': site() }, 'docker compose -p shop up -d');
    await startByHand({ 'more.yml': extra }, 'docker compose -p tools -f more.yml up -d');
    const before = await running();
    expect(await lookAhead()).toEqual(['several-projects']);
    const refused = await deploy('v2');
    expect([refused.entries, refused.annotations[0]?.message]).toEqual([
      ['several-projects'],
      expect.stringContaining('shop tools'),
    ]);
    expect(await running()).toEqual(before);
    const env = `IMAGE=${stage.registry.host}/acme/api\nCOMPOSE_PROJECT_NAME=shop`;
    expect((await deploy('v2', {}, { env })).code).toBe(0);
    const after = await running();
    expect(Object.keys(after)).toEqual(['shop/web', 'tools/extra']);
    expect(after['tools/extra']).toBe(before['tools/extra']);
  });

  it('belongs to one repository', async () => {
    expect((await deploy('v1', {}, {}, { GITHUB_REPOSITORY_ID: '1' })).code).toBe(0);
    const other = { GITHUB_REPOSITORY_ID: '2', GITHUB_REPOSITORY: 'acme/other' };
    expect(await lookAhead({}, {}, other)).toEqual(['folder-owned']);
    const refused = await deploy('v2', {}, {}, other);
    expect([refused.entries, refused.annotations[0]?.message]).toEqual([
      ['folder-owned'],
      expect.stringContaining('acme/api'),
    ]);
    expect(await answer(server)).toBe('version v1');
    const renamed = { GITHUB_REPOSITORY_ID: '1', GITHUB_REPOSITORY: 'acme/new-name' };
    expect((await deploy('v2', {}, {}, renamed)).code).toBe(0);
    expect((await deploy('v3', {}, { allow: 'owner' }, other)).code).toBe(0);
    expect((await deploy('v2', {}, {}, renamed)).entries).toEqual(['folder-owned']);
  });

  it('gets another project only where that is allowed: the former one stops before it', async () => {
    await startByHand({ 'compose.yml': site() }, 'docker compose -p old up -d');
    const before = await running();
    const env = `IMAGE=${stage.registry.host}/acme/api\nCOMPOSE_PROJECT_NAME=fresh`;
    expect((await deploy('v2', {}, { env })).entries).toEqual(['project-renamed']);
    const allowed = { env, allow: 'project-name' };
    const failed = await deploy('v2', {}, { ...allowed, 'after-switch': 'exit 1' });
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect([await running(), await answer(server)]).toEqual([before, 'version v1']);
    expect((await deploy('v2', {}, allowed)).code).toBe(0);
    expect([Object.keys(await running()), await answer(server)]).toEqual([
      ['fresh/web'],
      'version v2',
    ]);
  });
});
