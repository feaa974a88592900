import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

const app = (name: string, more = ''): string => `  ${name}:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
${more}`;

const port = (number: number): string => `    ports: ['${number}:8080']\n`;

/** nginx with the first release's port. */
const front = `  front:
    image: nginx:1
    restart: unless-stopped
    depends_on: [web]
    ports: ['8080:80']
    volumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']
`;

/** Says a word to whoever asks. */
const word = (said: string): string => `  word:
    image: caddy:2
    restart: unless-stopped
    init: true
    volumes: ['said:/data']
    command: ['caddy', 'respond', '--listen', ':80', '${said}']
`;

/** Well where it is told that word. */
const hears = (said: string): string =>
  `    depends_on: [word]\n    healthcheck: { test: ['CMD-SHELL', 'wget -q -O - http://word/ | grep -q ${said}'], interval: 1s, retries: 8 }\n`;

describe.each(['plugin', 'standalone'] as const)('What changes places, with %s', (compose) => {
  let server: Server;

  beforeAll(async () => {
    server = await stage.startServer({ name: `places-${compose}`, compose });
  }, 300_000);

  const deploy = (
    tag: string,
    services: string,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<BundleResult> =>
    runBundle(
      'deploy-compose',
      deployOptions(stage, server, tag, {
        files: {
          'compose.yml': `services:\n${services}`,
          'nginx.conf':
            'events {}\nhttp { server { listen 80; location / { proxy_pass http://web:8080; } } }\n',
        },
        inputs: { 'stable-for': '1s', drain: '1s', ...inputs },
      }),
    );

  it('two services swap their ports', async () => {
    const one = app('web', port(8080)) + app('other', port(8081));
    const two = app('web', port(8081)) + app('other', port(8080));
    expect((await deploy('v1', one)).code).toBe(0);
    const swapped = await deploy('v2', two);
    expect([swapped.code, swapped.entries]).toEqual([0, []]);
    const failed = await deploy('v3', one, { 'after-switch': 'exit 1' });
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect([await answer(server), await answer(server, 8081)]).toEqual([
      'version v2',
      'version v2',
    ]);
  });

  it('a proxy takes the port of a service that stays', async () => {
    const strategy = 'recreate';
    expect((await deploy('v1', app('web', port(8080)), { strategy })).code).toBe(0);
    const taken = await deploy('v2', app('web') + front, { strategy });
    expect([taken.code, taken.entries]).toEqual([0, []]);
    expect(await answer(server)).toBe('version v2');
    const failed = await deploy('v3', app('web', port(8080)), {
      strategy,
      'after-switch': 'exit 1',
    });
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v2');
  });

  it('what a rolling service waits for changes before it', async () => {
    const both = (said: string) => `${app('web', hears(said))}${word(said)}volumes: { said: {} }\n`;
    expect((await deploy('v1', both('one'))).code).toBe(0);
    const changed = await deploy('v2', both('two'));
    expect([changed.code, changed.entries, changed.log]).toEqual([
      ...[0, []],
      expect.stringContaining('Service web rolls'),
    ]);
    const failed = await deploy('v3', both('three'), { 'after-switch': 'exit 1' });
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
  });
});
