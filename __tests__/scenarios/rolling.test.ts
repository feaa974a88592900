import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { steadyClient } from '../../playground/hosts/steady-client.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'rolling' });
  // BusyBox's server drops what it has begun when it is told to end, whoever rolls it.
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version, 'ok', 'server');
  await pushApp(stage, 'broken', 'exit');
}, 300_000);

afterAll(() => stage.close());

/** What stands in front of the app, each at a port of its own. */
const fronts = {
  'Caddy, static': 8081,
  'Caddy, dynamic': 8082,
  'nginx, name resolved once': 8083,
  'nginx, with a resolver': 8084,
} as const;

const files = {
  'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
  worker:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    container_name: the-worker
    depends_on: [web]
  queue:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    depends_on: [web]
  mailer:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    depends_on: { queue: { condition: service_healthy } }
  alone:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
  caddy:
    image: caddy:2
    restart: unless-stopped
    ports: ['8081:8081', '8082:8082']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile:ro']
  once:
    image: nginx:1
    restart: unless-stopped
    depends_on: [web]
    ports: ['8083:80']
    volumes: ['./once.conf:/etc/nginx/nginx.conf:ro']
  resolver:
    image: nginx:1
    restart: unless-stopped
    depends_on: [web]
    ports: ['8084:80']
    volumes: ['./resolver.conf:/etc/nginx/nginx.conf:ro']
`,
  Caddyfile: `{
	admin off
}
:8081 {
	reverse_proxy web:8080
}
:8082 {
	reverse_proxy {
		dynamic a {
			name web
			port 8080
			refresh 1s
		}
		lb_try_duration 5s
	}
}
`,
  'once.conf': nginx('proxy_pass http://web:8080;'),
  'resolver.conf': nginx(
    'resolver 127.0.0.11 valid=1s; set $app web; proxy_pass http://$app:8080; proxy_connect_timeout 1s;',
  ),
};

function nginx(location: string): string {
  return `events {}\nhttp { access_log off; server { listen 80; location / { ${location} } } }\n`;
}

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
): ReturnType<typeof runBundle> =>
  runBundle('deploy-compose', deployOptions(stage, server, tag, { files, inputs }));

const containers = async (): Promise<readonly string[]> =>
  (await server.exec(['docker', 'ps', '-a', '--format', '{{.Names}} {{.ID}} {{.Status}}'])).stdout
    .trim()
    .split('\n')
    .toSorted();

describe('A rolling deploy', () => {
  it('loses no request behind Caddy and nginx, whichever way these resolve names', async () => {
    const first = await deploy('v1');
    expect(first.log).toMatch(/is live on/);
    const clients = Object.entries(fronts).map(([front, port]) => ({
      front,
      client: steadyClient(`http://${server.address}:${port}/`, 60),
    }));
    const run = await deploy('v2');
    const results = await Promise.all(
      clients.map(async ({ front, client }) => ({ front, ...(await client.stop()) })),
    );
    for (const service of ['web', 'queue', 'mailer', 'alone'])
      expect(run.log).toContain(`Service ${service} rolls`);
    expect(run.log).toMatch(/is live on/);
    expect(run.log).toContain(
      'Service worker is recreated; pause: from the stop of the old container until the new one is ready: its `container_name` the-worker can be given only once',
    );
    for (const { front, sent, lost, problems } of results) {
      expect(sent).toBeGreaterThan(300);
      expect([front, lost, problems]).toEqual([front, 0, []]);
    }
    for (const port of Object.values(fronts)) expect(await answer(server, port)).toBe('version v2');
    expect((await containers()).filter((line) => line.includes('-web-'))).toHaveLength(1);
  });

  it('leaves a container that was not healthy out, and the old one untouched', async () => {
    const before = await containers();
    // Docker's DNS lists a container as soon as it starts; this proxy asks only when it is told to.
    const client = steadyClient(`http://${server.address}:8083/`, 60);
    const run = await deploy('broken');
    const { lost, problems } = await client.stop();
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toContain('The server was restored');
    expect([lost, problems]).toEqual([0, []]);
    const web = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => line.includes('-web-')).map((line) => line.split(' ')[1] ?? '');
    expect(web(await containers())).toEqual(web(before));
    for (const port of Object.values(fronts)) expect(await answer(server, port)).toBe('version v2');
  });

  it('is what a hand-typed `docker compose up -d` finds: nothing to do', async () => {
    const before = await containers();
    const up = await server.exec(['sh', '-c', 'cd /opt/app && docker compose up -d 2>&1']);
    expect(up.code).toBe(0);
    expect((await containers()).map((line) => line.split(' ')[1])).toEqual(
      before.map((line) => line.split(' ')[1]),
    );
  });

  it('that was taken back rolls back, without a lost request', async () => {
    const options = deployOptions(stage, server, 'v3', { files });
    const run = await runBundle('deploy-compose', options);
    expect(run.code).toBe(0);
    const client = steadyClient(`http://${server.address}:8083/`, 60);
    const state = Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value]));
    const post = await runBundle('deploy-compose', {
      ...options,
      phase: 'post',
      inputs: { ...options.inputs, 'rollback-on': 'job-failure', 'job-status': 'failure' },
      env: { ...state, ...Object.fromEntries(run.env) },
    });
    const { lost, problems } = await client.stop();
    expect(post.annotations[0]?.title).toMatch(/was taken back$/);
    expect([lost, problems]).toEqual([0, []]);
    expect(await answer(server, 8083)).toBe('version v2');
    expect((await containers()).filter((line) => line.includes('-web-'))).toHaveLength(1);
  });

  it('runs what an old container does before it stops, in that container', async () => {
    const run = await deploy('v3', { 'pre-stop': 'web=echo leaving $VERSION' });
    expect(run.log).toContain('web (pre-stop) | leaving v2');
    expect(await answer(server, 8081)).toBe('version v3');
  });

  it('is restored when a service without a healthcheck does not stay up', async () => {
    const more = `${files['compose.yml']}  late: { image: 'caddy:2', command: sleep 4, restart: always, depends_on: [mailer] }\n`;
    const run = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', {
        files: { ...files, 'compose.yml': more },
        inputs: { 'stable-for': '6s', 'health-timeout': '10s', strategy: 'recreate' },
      }),
    );
    expect(run.entries).toEqual(['container-not-steady']);
    expect(run.annotations[0]?.title).toBe('Service late does not stay up');
    expect(run.annotations[0]?.message).toContain('The server was restored');
  });

  it('gives the new container the configs and secrets that no file holds', async () => {
    const compose = (word: string): string => `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    configs: [{ source: greeting, target: /greeting }]
    secrets: [token]
configs: { greeting: { content: ${word} } }
secrets: { token: { environment: TOKEN } }
`;
    for (const [version, word] of [
      ['v1', 'hello'],
      ['v2', 'goodbye'],
    ] as const) {
      const { inputs, ...options } = deployOptions(stage, server, version, {
        files: { 'compose.yml': compose(word) },
      });
      const run = await runBundle('deploy-compose', {
        ...options,
        inputs: { ...inputs, path: '~/inline', env: `${inputs.env ?? ''}\nTOKEN=of-${version}` },
      });
      expect(run.log).toContain('Service web rolls');
      const { stdout } = await server.exec([
        'su',
        'deploy',
        '-c',
        'cd ~/inline && docker compose exec -T web cat /greeting /run/secrets/token',
      ]);
      expect(stdout.trim()).toBe(`${word}of-${version}`);
    }
  });

  it('is refused before any change where a service can’t roll', async () => {
    const run = await deploy('v3', { strategy: 'rolling' });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.title).toBe('Not every service can roll: worker');
    expect(run.annotations[0]?.message).toContain('The server was not changed');
  });
});

describe('A rolling deploy with the old docker-compose', () => {
  it('loses no request either', async () => {
    const old = await stage.startServer({ name: 'rolling-old', compose: 'standalone' });
    const version = (tag: string): ReturnType<typeof runBundle> =>
      runBundle('deploy-compose', deployOptions(stage, old, tag, { files }));
    expect((await version('v1')).log).toMatch(/docker-compose 1\.29.*is live on/s);
    const client = steadyClient(`http://${old.address}:${fronts['Caddy, static']}/`, 60);
    const run = await version('v2');
    const { lost, problems } = await client.stop();
    expect(run.log).toContain('Service web rolls');
    expect([lost, problems]).toEqual([0, []]);
    expect(await answer(old, fronts['Caddy, static'])).toBe('version v2');
    const up = await old.exec(['sh', '-c', 'cd /opt/app && docker-compose up -d 2>&1']);
    expect(up.stdout).toMatch(/app_web_\d+ is up-to-date/);
    await old.remove();
  }, 480_000);
});
