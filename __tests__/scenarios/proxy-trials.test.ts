import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { steadyClient } from '../../playground/hosts/steady-client.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, listing, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'trials' });
  for (const version of ['v1', 'v2']) await pushApp(stage, version);
  await server.exec(['docker', 'network', 'create', 'shared']);
}, 300_000);

afterAll(() => stage.close());

const files = {
  'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG}
  front:
    image: nginx:1
    command: [nginx, -c, /conf/front.conf, -g, daemon off;]
    depends_on: [web]
    ports: ['8083:80']
    networks: [default, shared]
    volumes: ['./front:/conf:ro']
  edge:
    image: caddy:2
    command: caddy run --config /conf/site --adapter "caddyfile"
    environment: { LISTEN: ':\${EDGE_PORT}' }
    env_file: edge.env
    depends_on: [web]
    ports: ['8081:8081']
    volumes: ['./Caddyfile:/conf/site:ro', 'state:/data']
volumes: { state: {} }
networks: { shared: { external: true } }
`,
  'front/front.conf': nginx('proxy_pass http://web:8080;'),
  'edge.env': 'UPSTREAM="web:8080"\n',
  Caddyfile: `{
	admin off
}
{$LISTEN} {
	reverse_proxy {$UPSTREAM}
}
`,
};

function nginx(location: string): string {
  return `events {}
http {
  server {
    listen 80;
    location / { ${location} }
  }
}
`;
}

const deploy = (tag: string, changed: Readonly<Record<string, string>>): Promise<BundleResult> => {
  const env = `IMAGE=${stage.registry.host}/acme/api\nEDGE_PORT=8081`;
  return runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, { files: { ...files, ...changed }, inputs: { env } }),
  );
};

const containers = async (): Promise<string> =>
  (await server.exec(['docker', 'ps', '-a', '--no-trunc', '--format', '{{.ID}} {{.Names}}']))
    .stdout;

describe('The configuration of a proxy', () => {
  it('that is right is tried with the command, the environment and the mounts of its service', async () => {
    const { code, log, annotations } = await deploy('v1', {});
    expect([code, log]).toEqual([0, expect.stringContaining('Try the configuration of front')]);
    expect(log).toContain('Try the configuration of edge');
    expect(annotations).toEqual([]);
    for (const port of [8083, 8081]) expect(await answer(server, port)).toBe('version v1');
  });

  it.each([
    [
      'nginx',
      'front/front.conf',
      nginx('prxy_pass http://web:8080;'),
      'unknown directive "prxy_pass" in /conf/front.conf:5',
    ],
    [
      'Caddy',
      'Caddyfile',
      files.Caddyfile.replace('reverse_proxy', 'reverse_prox'),
      '/conf/site:5: unrecognized directive: reverse_prox',
    ],
  ])('with a typo costs nothing: %s', async (_, file, text, words) => {
    const before = [await containers(), await listing(server, '/opt/app/front')];
    const clients = [8083, 8081].map((port) =>
      steadyClient(`http://${server.address}:${port}/`, 30),
    );
    const run = await deploy('v2', { [file]: text });
    const results = await Promise.all(clients.map((client) => client.stop()));
    expect(run.entries).toEqual(['proxy-config-invalid']);
    expect(run.annotations[0]?.message).toContain(words);
    expect(run.annotations[0]?.message).toContain('The server was not changed');
    expect(results.map(({ lost }) => lost)).toEqual([0, 0]);
    expect([await containers(), await listing(server, '/opt/app/front')]).toEqual(before);
    const left = await server.exec(['sh', '-c', 'ls -d /opt/app/.deploy-kit/releases/*/trials']);
    expect(left.stdout).toBe('');
  });

  it('that speaks of another project is a warning alone', async () => {
    const other = `docker run -d --network shared --network-alias elsewhere $(docker inspect -f '{{.Image}}' app-web-1)`;
    await server.exec(['sh', '-c', other]);
    const run = await deploy('v2', {
      'front/front.conf': nginx('proxy_pass http://elsewhere:8080;'),
    });
    expect([run.code, run.log]).toEqual([
      0,
      expect.stringContaining('host not found in upstream "elsewhere"'),
    ]);
    expect(run.log).toContain('The deploy goes on');
    expect(await answer(server, 8083)).toBe('version v1');
    expect(await answer(server, 8081)).toBe('version v2');
  });
});
