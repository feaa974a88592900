import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp, pushHelper } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'restored' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

afterEach(() =>
  server.exec([
    ...['sh', '-c'],
    'docker rm -fv $(docker ps -aq); docker network prune -f; docker image prune -af; rm -rf /opt/app/* /opt/app/.[a-z]*',
  ]),
);

const options = (
  tag: string,
  compose: string,
  inputs: Readonly<Record<string, string>>,
): Parameters<typeof runBundle>[1] =>
  deployOptions(stage, server, tag, {
    files: { 'compose.yml': compose },
    inputs: { 'stable-for': '1s', 'health-timeout': '30s', drain: '1s', ...inputs },
  });

const deploy = (
  tag: string,
  compose = composeFile,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> => runBundle('deploy-compose', options(tag, compose, inputs));

/** Of each service that runs, the container. */
const running = async (): Promise<Readonly<Record<string, string>>> => {
  const { stdout } = await server.exec([
    ...['docker', 'ps', '--no-trunc', '--format'],
    '{{.Label "com.docker.compose.service"}} {{.Names}}={{.ID}}',
  ]);
  const lines = stdout.trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=') as [string, string]));
};

const restored = { entries: ['hook-failed'], text: 'The server was restored' };
const outcome = ({ entries, annotations }: BundleResult): object => ({
  entries,
  text: annotations.at(-1)?.message.match(/The server was restored/)?.[0],
});

const service = (name: string, more: string): string =>
  `  ${name}:\n    image: \${IMAGE}:\${IMAGE_TAG:-latest}\n    restart: unless-stopped\n    ${more}\n`;
const compose = (...services: readonly string[]): string => `services:\n${services.join('')}`;
const port = "ports: ['8080:8080']";
const fails = { 'after-switch': 'exit 1' };

describe('What only one container can have', () => {
  it('and a service hands to a new one, comes back with it', async () => {
    const alone = compose(service('web', port));
    const fronted = compose(service('web', 'init: true'), service('front', port));
    expect((await deploy('v1', alone)).code).toBe(0);
    expect(outcome(await deploy('v2', fronted, fails))).toEqual(restored);
    expect(await answer(server)).toBe('version v1');
    expect(Object.keys(await running())).toEqual([expect.stringMatching(/^web /)]);
    expect((await deploy('v2', fronted)).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
    // And the other way round.
    expect(outcome(await deploy('v1', alone, fails))).toEqual(restored);
    expect(await answer(server)).toBe('version v2');
    expect((await deploy('v1', alone)).code).toBe(0);
    expect(Object.keys(await running())).toEqual([expect.stringMatching(/^web /)]);
    expect(await answer(server)).toBe('version v1');
  });

  it.each([
    ['its port', port, port],
    ['its name', 'container_name: only', 'container_name: only'],
    ['one of a range of ports', "ports: ['8080-8085:8080']", port],
    ['a port of another address', "ports: ['127.0.0.1:8080:8080']", port],
  ])('goes to the service that takes its place: %s', async (_, before, after) => {
    const [old, renamed] = [compose(service('web', before)), compose(service('app', after))];
    expect((await deploy('v1', old)).code).toBe(0);
    const ran = await running();
    const failed = await deploy('v2', renamed, fails);
    expect([outcome(failed), failed.log]).toEqual([
      restored,
      expect.stringMatching(/web makes way; .*Service web stops: app takes over its (port|name)/s),
    ]);
    // The same container, under its own name.
    expect(await running()).toEqual(ran);
    expect((await deploy('v2', renamed)).code).toBe(0);
    expect(Object.keys(await running())).toEqual([expect.stringMatching(/^app /)]);
    expect((await server.exec(['docker', 'ps', '-aq'])).stdout.trim().split('\n')).toHaveLength(
      1 + (await holders()),
    );
  });

  it('and moves between two services that stay, moves back', async () => {
    const of = (first: string, second: string): string =>
      compose(
        service('web', `container_name: ${first}`),
        service('api', `container_name: ${second}`),
      );
    expect((await deploy('v1', of('one', 'two'))).code).toBe(0);
    expect(outcome(await deploy('v2', of('two', 'one'), fails))).toEqual(restored);
    expect(Object.keys(await running()).toSorted()).toEqual(['api two', 'web one']);
    expect((await deploy('v2', of('two', 'one'))).code).toBe(0);
    expect(Object.keys(await running()).toSorted()).toEqual(['api one', 'web two']);
  });
});

describe('A store of a service that gets another name', () => {
  const keeper = (name: string, volume: string): string => `  ${name}:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    healthcheck: { disable: true }
    command:
      - sh
      - -c
      - |
        echo "start $$VERSION" >>/data/log
        trap 'sleep 1; echo "stop $$VERSION" >>/data/log; exit 0' TERM
        while :; do sleep 0.1; done
    volumes: ['${volume}:/data']
`;

  it.each([
    ['a volume', 'data', '/var/lib/docker/volumes/app_data/_data/log'],
    ['a folder of the server', '/srv/store', '/srv/store/log'],
    ['a folder of the project', './store', '/opt/app/store/log'],
  ])('is never written by both: %s', async (_, volume, log) => {
    // What rolls is started with it.
    const of = (name: string): string =>
      `${compose(service('web', `depends_on: [${name}]`))}${keeper(name, volume)}volumes: { data: {} }\n`;
    await server.ssh('mkdir -p /opt/app/store');
    expect((await deploy('v1', of('db'))).code).toBe(0);
    expect(outcome(await deploy('v2', of('postgres'), fails))).toEqual(restored);
    expect((await deploy('v2', of('postgres'))).code).toBe(0);
    const { stdout } = await server.exec(['cat', log]);
    expect(stdout.trim().split('\n')).toEqual([
      ...['start v1', 'stop v1', 'start v2', 'stop v2', 'start v1'],
      ...['stop v1', 'start v2'],
    ]);
    expect(Object.keys(await running()).map((name) => name.split(' ')[0])).toEqual(
      expect.arrayContaining(['postgres', 'web']),
    );
    await server.exec(['sh', '-c', 'docker rm -f $(docker ps -aq); docker volume rm app_data']);
  });
});

describe('A site that somebody has taken down', () => {
  it('is down again when the next deploy fails, and what they run meanwhile goes on', async () => {
    expect((await deploy('v1')).code).toBe(0);
    const taken = 'cd /opt/app && docker compose down && docker compose run -d web sleep 1000';
    expect((await server.ssh(taken)).code).toBe(0);
    const failed = await deploy('v2', composeFile, fails);
    expect([failed.entries, failed.annotations.at(-1)?.message]).toEqual([
      ['hook-failed'],
      expect.stringContaining('The server was restored: it runs nothing, as before.'),
    ]);
    expect(Object.keys(await running())).toEqual([expect.stringMatching(/^web app-web-run-/)]);
    expect((await deploy('v2')).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
  });
});

describe('A volume without a name', () => {
  it('is there again with a service that the rejected release had dropped', async () => {
    const both = compose(service('web', port), service('cache', 'volumes: [/keep]'));
    expect((await deploy('v1', both)).code).toBe(0);
    const inCache = (command: string): Promise<{ readonly stdout: string }> =>
      server.ssh(`cd /opt/app && docker compose exec -T cache sh -c '${command}'`);
    await inCache('echo kept >/keep/it');
    const run = await deploy('v2', compose(service('web', port)));
    expect(Object.keys(await running())).toHaveLength(1);
    const post = await runBundle('deploy-compose', {
      ...options('v2', compose(service('web', port)), {
        'rollback-on': 'job-failure',
        'job-status': 'failure',
      }),
      phase: 'post',
      env: Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value])),
    });
    expect(post.entries).toEqual(['release-rejected']);
    expect((await inCache('cat /keep/it')).stdout).toBe('kept\n');
  });
});

describe('More containers than the files say', () => {
  it('are as many again', async () => {
    const many = compose(service('web', 'init: true'));
    expect((await deploy('v1', many)).code).toBe(0);
    const up = await server.ssh('cd /opt/app && docker compose up -d --scale web=3');
    expect(up.code).toBe(0);
    expect(outcome(await deploy('v2', many, { ...fails, strategy: 'recreate' }))).toEqual(restored);
    expect(Object.keys(await running())).toHaveLength(3);
  });
});

const holders = async (): Promise<number> => {
  const filter = ['--filter', 'label=deploy-kit.holds'];
  const { stdout } = await server.exec(['docker', 'ps', '-aq', ...filter]);
  return stdout.trim().split('\n').filter(Boolean).length;
};

describe('The images that a restore needs', () => {
  it('are there after `docker image prune` in a hook, when a later step rejects the release', async () => {
    expect((await deploy('v1')).code).toBe(0);
    const run = await deploy('v2', composeFile, { 'after-deploy': 'docker image prune -af' });
    expect([run.code, await answer(server)]).toEqual([0, 'version v2']);
    // Without the registry: nothing needs to be pulled.
    const post = await runBundle('deploy-compose', {
      ...options('v2', composeFile, {
        'rollback-on': 'job-failure',
        'job-status': 'failure',
        'registry-password': 'wrong',
      }),
      phase: 'post',
      env: Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value])),
    });
    expect(post.entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
  });

  it('are pulled again with the account where `docker system prune` has taken them', async () => {
    expect((await deploy('v1')).code).toBe(0);
    const prune = 'docker stop $(docker ps -q) && docker system prune -af && exit 1';
    const failed = await deploy('v2', composeFile, { 'after-switch': prune });
    expect(outcome(failed)).toEqual(restored);
    expect(await answer(server)).toBe('version v1');
    const left = await server.exec(['sh', '-c', 'ls -d /opt/app/.deploy-kit/releases/*/docker']);
    expect(left.stdout).toBe('');
  });

  it('are those that ran, where `pull_policy: always` has brought another one under the same tag', async () => {
    const { username, password, host } = stage.registry;
    const login = `docker login -u ${username} --password-stdin ${host}`;
    await server.exec(['su', 'deploy', '-c', login], { input: password });
    const push = (from: string): Promise<string> =>
      pushHelper(stage, `${host}/acme/api:${from}`, 'any');
    const image = await push('v1');
    const other = `  other: { image: '${image}', pull_policy: always, restart: unless-stopped, ports: ['8081:8080'] }\n`;
    expect((await deploy('v1', `${composeFile}${other}`)).code).toBe(0);
    await push('v2');
    expect(outcome(await deploy('v2', `${composeFile}${other}`, fails))).toEqual(restored);
    expect([await answer(server), await answer(server, 8081)]).toEqual([
      'version v1',
      'version v1',
    ]);
    await server.exec(['su', 'deploy', '-c', `docker logout ${host}`]);
  });

  it('are held for what runs and what ran before it, and no others', async () => {
    for (const tag of ['v1', 'v2', 'v1', 'v2'])
      expect((await deploy(tag, composeFile, { force: 'true' })).code).toBe(0);
    expect(await holders()).toBe(2);
    // Compose takes none of them for its own.
    const { stdout } = await server.ssh('cd /opt/app && docker compose ps -aq');
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});
