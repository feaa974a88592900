import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, listing, pushApp } from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'system-b' });
  await pushApp(stage, 'v1');
}, 300_000);

afterAll(() => stage.close());

const withFiles = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['8080:8080']
    env_file: [settings.env]
    volumes:
      - ./scripts:/scripts:ro
      - type: bind
        source: ./data
        target: /data
        bind: { create_host_path: true }
`;

describe('System B: a small VPS, by IP address', () => {
  it('B6: a file that the Compose file mentions and nobody shipped is an error before the upload', async () => {
    const before = await listing(server, '/opt/app');
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        files: { 'compose.yml': withFiles, 'settings.env': 'A=1\n' },
      }),
    );
    expect(failed.code).toBe(1);
    expect(failed.annotations[0]?.title).toBe(
      'The Compose file refers to files that are not there',
    );
    expect(failed.annotations[0]?.message).toMatch(
      /^scripts\. They are neither in the checkout nor in \/opt\/app/,
    );
    expect(await listing(server, '/opt/app')).toBe(before);
  });

  it('B6: bind mounts and env files are found and shipped, with their modes; changed ones reach the container', async () => {
    const files = {
      'compose.yml': withFiles,
      'settings.env': 'GREETING=hello\n',
      'scripts/backup.sh': '#!/bin/sh\necho one\n',
    };
    const first = await runBundle('deploy-compose', deployOptions(stage, server, 'v1', { files }));
    expect([first.code, first.log]).toEqual([0, expect.stringContaining('3 files, 0 unchanged')]);
    const inside = async (command: string): Promise<string> =>
      (await server.ssh(`cd /opt/app && docker compose exec -T web ${command}`)).stdout;
    expect(await inside('sh /scripts/backup.sh')).toBe('one\n');
    expect(await inside("sh -c 'echo $GREETING'")).toBe('hello\n');

    const changed = { ...files, 'scripts/backup.sh': '#!/bin/sh\necho two\n' };
    const second = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { files: changed }),
    );
    expect([second.code, second.log]).toEqual([0, expect.stringContaining('1 files, 2 unchanged')]);
    expect(await inside('sh /scripts/backup.sh')).toBe('two\n');
    expect(await answer(server)).toBe('version v1');
  });

  it('B5: a service without a healthcheck counts as running by the engine’s own data, in every locale', async () => {
    await server.exec([
      'sh',
      '-c',
      'echo "export LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8" >>/home/deploy/.profile',
    ]);
    const compose = withFiles
      .replace('    env_file: [settings.env]\n', '    healthcheck: { disable: true }\n')
      .replace('      - ./scripts:/scripts:ro\n', '');
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        files: { 'compose.yml': compose },
        inputs: { 'stable-for': '2s', 'health-timeout': '15s' },
      }),
    );
    expect([deployed.code, deployed.log]).toEqual([0, expect.stringContaining('is live on')]);
    const state = await server.ssh(
      'cd /opt/app && docker inspect -f "{{.State.Status}} {{.RestartCount}}" $(docker compose ps -q web)',
    );
    expect(state.stdout).toBe('running 0\n');
    // Files that the release before had and this one does not are gone.
    expect(await listing(server, '/opt/app')).not.toMatch(/^\/opt\/app\/scripts\/backup\.sh/m);
  });
});
