import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'stores' });
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

const deploy = (
  tag: string,
  services: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, {
      files: { 'compose.yml': `${composeFile}${services}` },
      inputs: { 'stable-for': '1s', ...inputs },
    }),
  );

/** A service of the release that notes when it starts and when it has ended, where it keeps its data. */
const keeper = (volume: string, more = '', name = 'keeper'): string => `  ${name}:
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
    volumes: ['${volume}']
${more}`;

const takeDown = () =>
  server.exec([
    'sh',
    '-c',
    'cd /opt/app && docker compose down -v && rm -rf /opt/app/.deploy-kit /opt/app/.env',
  ]);

describe('What a service writes is never written by two of its containers', () => {
  it.each([
    [
      'a volume',
      'data:/data',
      'volumes: { data: {} }\n',
      '/var/lib/docker/volumes/app_data/_data/log',
    ],
    ['a folder', '/srv/kept:/data', '', '/srv/kept/log'],
  ])('in %s', async (_, volume, section, log) => {
    const services = keeper(volume, section);
    expect((await deploy('v1', services)).code).toBe(0);
    const run = await deploy('v2', services);
    expect([run.code, run.log]).toEqual([
      0,
      expect.stringMatching(/Service keeper is recreated; .*: it writes in /),
    ]);
    // A failed release and what ran before it, too.
    const failed = await deploy('v3', services, { 'after-switch': 'exit 1' });
    expect(failed.entries).toEqual(['hook-failed']);
    const { stdout } = await server.exec(['cat', log]);
    expect(stdout.trim().split('\n')).toEqual([
      ...['start v1', 'stop v1', 'start v2'],
      ...['stop v2', 'start v3', 'stop v3', 'start v2'],
    ]);
    await takeDown();
  });

  it.each([
    ['below the home folder', '~/kept:/data', '/home/deploy/kept'],
    ['with a blank', '/srv/kept here:/data', '/srv/kept here'],
    ['behind a link', '/srv/link:/data', '/srv/real'],
    ['that only the server knows', '${KEPT}:/data', '/srv/known'],
  ])('in a folder %s, whatever the service is called', async (_, volume, folder) => {
    await server.exec(['ln', '-sfn', '/srv/real', '/srv/link']);
    await server.exec(['mkdir', '-p', folder]);
    await server.exec(['su', 'deploy', '-c', 'cat >/opt/app/.env'], { input: 'KEPT=/srv/known\n' });
    expect((await deploy('v1', keeper(volume))).code).toBe(0);
    const renamed = await deploy('v2', keeper(volume, '', 'guard'));
    expect([renamed.code, renamed.log]).toEqual([
      0,
      expect.stringContaining('Service keeper stops: guard takes over its store'),
    ]);
    const { stdout } = await server.exec(['cat', `${folder}/log`]);
    expect(stdout.trim().split('\n')).toEqual(['start v1', 'stop v1', 'start v2']);
    await takeDown();
  });

  it('unless its file says that it may run twice', async () => {
    const twice = '    deploy: { update_config: { order: start-first } }\nvolumes: { data: {} }\n';
    const run = await deploy('v1', keeper('data:/data', twice));
    expect([run.code, run.log]).toEqual([0, expect.stringContaining('Service keeper rolls')]);
  });

  it('and `strategy: rolling` refuses it by name', async () => {
    const run = await deploy('v2', keeper('data:/data', 'volumes: { data: {} }\n'), {
      strategy: 'rolling',
    });
    expect(run.entries).toEqual(['service-cannot-roll']);
    expect(run.annotations[0]?.message).toContain('keeper: it writes in the volume data');
  });
});

describe('A service that ends', () => {
  it('well is no failure, whatever the healthcheck of its image says', async () => {
    const once = '  once: { image: "${IMAGE}:${IMAGE_TAG:-latest}", command: "true" }\n';
    expect((await deploy('v2', once)).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
  });

  it('although something is to be served there fails the release', async () => {
    const front = `  front: { image: 'caddy:2', command: ['echo', 'usage: caddy'], ports: ['8099:80'] }\n`;
    const run = await deploy('v3', front);
    expect(run.entries).toEqual(['container-exited']);
    expect(run.annotations[0]?.message).toContain('usage: caddy');
    expect(await answer(server)).toBe('version v2');
  });

  it('although it ran when the release began fails it, too', async () => {
    const worker = (command: string): string =>
      `  worker: { image: "\${IMAGE}:\${IMAGE_TAG:-latest}", healthcheck: { disable: true }, command: ${command} }\n`;
    expect((await deploy('v2', worker('sleep 100000'))).code).toBe(0);
    const run = await deploy('v3', worker('echo bye'));
    expect(run.entries).toEqual(['container-exited']);
    expect(await answer(server)).toBe('version v2');
  });
});
