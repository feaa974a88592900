import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

/** As many a file has it: the database reads all of `.env`. */
const compose = `${composeFile}    env_file: .env
  db:
    image: caddy:2
    command: sleep 100000
    init: true
    restart: unless-stopped
    env_file: .env
    volumes: ['data:/data']
volumes: { data: {} }
`;

describe.each(['plugin', 'standalone'] as const)(
  'A service outside the release that reads `.env`, with %s',
  (kind) => {
    let server: Server;

    beforeAll(async () => {
      server = await stage.startServer({ name: `readers-${kind}`, compose: kind });
    }, 300_000);

    const deploy = (
      tag: string,
      inputs: Readonly<Record<string, string>> = {},
    ): Promise<BundleResult> =>
      runBundle(
        'deploy-compose',
        deployOptions(stage, server, tag, { files: { 'compose.yml': compose }, inputs }),
      );

    const database = async (): Promise<string> => {
      const name = kind === 'plugin' ? 'app-db-1' : 'app_db_1';
      const format = '{{.Id}} {{.State.StartedAt}}';
      return (await server.exec(['docker', 'inspect', '--format', format, name])).stdout;
    };

    const upByHand = async (): Promise<string> => {
      const up = kind === 'plugin' ? 'docker compose' : 'docker-compose';
      const { code, stdout } = await server.ssh(`cd /opt/app && ${up} up -d 2>&1`);
      expect(code).toBe(0);
      return stdout;
    };

    it('is the same container through releases, restores and a hand-typed `up -d`', async () => {
      expect((await deploy('v1')).code).toBe(0);
      const before = await database();
      expect((await deploy('v2')).code).toBe(0);
      expect([await database(), await answer(server)]).toEqual([before, 'version v2']);
      expect(await upByHand()).not.toMatch(/[Rr]ecreat|Started/);
      const failed = await deploy('v3', { 'after-switch': 'exit 1' });
      expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
      expect([await database(), await answer(server)]).toEqual([before, 'version v2']);
      expect((await deploy('v3')).code).toBe(0);
      const again = await deploy('v3');
      expect([again.code, again.outputs.get('changed')]).toEqual([0, 'false']);
      expect([await database(), await answer(server)]).toEqual([before, 'version v3']);
      const { stdout } = await server.exec(['grep', 'IMAGE_TAG', '/opt/app/.env']);
      expect(stdout).toBe('IMAGE_TAG=v3\n');
    });

    // Before 2.24.4 Compose can't be told to read another file.
    const stays = kind === 'plugin' ? 'stays' : 'is made anew once, which is said,';
    it(`${stays} on the first deploy over a site that somebody started`, async () => {
      const up = kind === 'plugin' ? 'docker compose' : 'docker-compose';
      const byHand = async (file: string, text: string) =>
        server.exec(['su', 'deploy', '-c', `mkdir -p /opt/app && cat >/opt/app/${file}`], {
          input: text,
        });
      await server.exec([
        'sh',
        '-c',
        `cd /opt/app && ${up} down -v; rm -rf /opt/app/.[a-z]* /opt/app/*`,
      ]);
      const login = `docker login -u ${stage.registry.username} --password-stdin ${stage.registry.host}`;
      await server.exec(['su', 'deploy', '-c', login], { input: stage.registry.password });
      await byHand('compose.yml', compose);
      await byHand(
        '.env',
        `IMAGE=${stage.registry.host}/acme/api\nIMAGE_TAG=v1\nPASSWORD=it's "$$5"\n`,
      );
      expect((await server.ssh(`cd /opt/app && ${up} up -d`)).code).toBe(0);
      const before = await database();
      const first = await deploy('v2');
      expect([first.code, await answer(server)]).toEqual([0, 'version v2']);
      const same = (await database()) === before;
      expect([same, first.log.includes('Service db is made anew once')]).toEqual(
        kind === 'plugin' ? [true, false] : [false, true],
      );
      const after = await database();
      expect(await upByHand()).not.toMatch(/[Rr]ecreat|Started/);
      const failed = await deploy('v3', { 'after-switch': 'exit 1' });
      expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
      expect((await deploy('v3')).code).toBe(0);
      expect([await database(), await answer(server)]).toEqual([after, 'version v3']);
    });

    it('gets what is really new to it', async () => {
      const before = await database();
      const env = `IMAGE=${stage.registry.host}/acme/api\nNEW=one`;
      expect((await deploy('v2', { env })).code).toBe(0);
      expect(await database()).not.toBe(before);
    });
  },
);
