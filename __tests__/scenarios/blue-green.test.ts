import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { steadyClient } from '../../playground/hosts/steady-client.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, type BundleOptions, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'blue-green' });
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version);
  await pushApp(stage, 'broken', 'exit');
  await server.exec(['docker', 'network', 'create', 'proxy_net']);
}, 300_000);

afterAll(() => stage.close());

const compose = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    networks: [default, proxy_net]
    deploy: {replicas: 2}
  worker:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
networks:
  proxy_net: {external: true}
`;

interface Front {
  readonly name: string;
  readonly port: number;
  readonly image: string;
  /** Where it reads its configuration. */
  readonly target: string;
  readonly empty: string;
  readonly template: string;
}

const fronts: readonly Front[] = [
  {
    name: 'caddy',
    port: 8091,
    image: 'caddy:2',
    target: '/etc/caddy/Caddyfile',
    empty: ':80 {\n\trespond 503\n}\n',
    template: ':80 {\n\trespond /alive 200\n\treverse_proxy {\n\t\tto {{web:8080}}\n\t}\n}\n',
  },
  {
    name: 'nginx',
    port: 8092,
    image: 'nginx:1',
    target: '/etc/nginx/nginx.conf',
    empty: 'events {}\nhttp { server { listen 80; return 503; } }\n',
    template:
      'events {}\nhttp {\n  access_log off;\n  upstream app {\n    server {{web:8080}};\n  }\n  server { listen 80; location = /alive { return 200; } location / { proxy_pass http://app; } }\n}\n',
  },
];

describe.each(fronts)('A blue-green deploy behind $name', (front) => {
  const path = `/opt/${front.name}-app`;
  const shell = async (script: string): Promise<string> => {
    const { code, stdout, stderr } = await server.exec(['sh', '-c', script]);
    if (code !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
    return stdout.trim();
  };
  const idsOf = (project: string): Promise<string> =>
    shell(`docker ps -q --filter label=com.docker.compose.project=${project} | sort`);
  const options = (
    version: string,
    { template = front.template, ...inputs }: Readonly<Record<string, string>> = {},
  ): BundleOptions =>
    deployOptions(stage, server, version, {
      files: { 'compose.yml': compose, 'proxy.conf': template },
      inputs: {
        path,
        strategy: 'blue-green',
        'proxy-template': 'proxy.conf',
        'proxy-file': `/opt/${front.name}/conf`,
        'proxy-container': `the-${front.name}`,
        drain: '1s',
        'stable-for': '1s',
        ...inputs,
      },
    });
  const deploy = (
    version: string,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<BundleResult> => runBundle('deploy-compose', options(version, inputs));
  const rollback = (inputs: Readonly<Record<string, string>> = {}): Promise<BundleResult> => {
    const { host = '', 'ssh-key': key = '', 'known-hosts': known = '' } = options('v1').inputs;
    return runBundle('rollback', {
      inputs: { host, 'ssh-key': key, 'known-hosts': known, path, drain: '1s', ...inputs },
    });
  };
  /** Runs something under load and sees that every request was answered. */
  const unnoticed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const client = steadyClient(`http://${server.address}:${front.port}/`, 100);
    const result = await work();
    const { sent, lost, problems } = await client.stop();
    expect(sent).toBeGreaterThan(50);
    expect([lost, problems]).toEqual([0, []]);
    return result;
  };
  const base = `${front.name}-app`;

  beforeAll(async () => {
    const project = `services:
  proxy:
    image: ${front.image}
    container_name: the-${front.name}
    restart: unless-stopped
    ports: ['${front.port}:80']
    volumes: ['./conf:${front.target}']
    sysctls: ['net.ipv4.tcp_migrate_req=1']
    networks: [proxy_net]
networks: {proxy_net: {external: true}}
`;
    await shell(`mkdir -p /opt/${front.name} ${path}
      printf '%s' '${front.empty}' >/opt/${front.name}/conf
      printf '%s' "${project}" >/opt/${front.name}/compose.yml
      chown -R deploy: /opt/${front.name} ${path}
      cd /opt/${front.name} && docker compose up -d`);
  });

  it('that fails as the first one leaves the proxy as it was', async () => {
    const before = await shell(`cat /opt/${front.name}/conf`);
    const run = await deploy('v1', { 'after-switch': 'exit 1' });
    expect(run.annotations[0]?.title).toBe('The hook after-switch failed');
    expect(await shell(`cat /opt/${front.name}/conf`)).toBe(before);
    const response = await fetch(`http://${server.address}:${front.port}/`);
    expect(response.status).toBe(503);
    expect(
      await shell(`docker ps -aq --filter label=com.docker.compose.project=${base}-blue`),
    ).toBe('');
  });

  it('starts the first release and points the proxy to it', async () => {
    const run = await deploy('v1');
    expect(run.log).toContain('Service web starts beside, then the proxy is switched; pause: none');
    expect(run.log).toMatch(/is live on/);
    expect(await answer(server, front.port)).toBe('version v1');
    expect(await shell(`grep -c ${base}-blue-web- /opt/${front.name}/conf`)).toBe('2');
  });

  it('starts the next beside it, switches without a lost request, and keeps the old one warm', async () => {
    const blue = await idsOf(`${base}-blue`);
    await unnoticed(() => deploy('v2'));
    expect(await answer(server, front.port)).toBe('version v2');
    expect(await idsOf(`${base}-blue`)).toBe(blue);
    // What a person types in the deploy folder means the release that is live.
    expect(await shell(`cd ${path} && docker compose ps -q | cut -c 1-12 | sort`)).toBe(
      await idsOf(`${base}-green`),
    );
    expect(
      await shell(
        `cd ${path} && docker compose up -d 2>&1 && docker compose ps -q | cut -c 1-12 | sort`,
      ),
    ).toContain(await idsOf(`${base}-green`));
  });

  it('is unchanged when it is repeated', async () => {
    const run = await deploy('v2');
    expect(run.outputs.get('changed')).toBe('false');
    expect(await answer(server, front.port)).toBe('version v2');
  });

  it('goes back to the warm one without a start, and forth again', async () => {
    const blue = await idsOf(`${base}-blue`);
    const back = await unnoticed(() => rollback());
    expect(back.log).toMatch(/is live on/);
    expect(await answer(server, front.port)).toBe('version v1');
    expect(await idsOf(`${base}-blue`)).toBe(blue);
    await unnoticed(() => rollback());
    expect(await answer(server, front.port)).toBe('version v2');
  });

  it('of a release that does not start leaves everything as it was', async () => {
    const green = await idsOf(`${base}-green`);
    const run = await unnoticed(() => deploy('broken'));
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toContain('The server was restored');
    expect(await answer(server, front.port)).toBe('version v2');
    expect(await idsOf(`${base}-green`)).toBe(green);
    expect(
      await shell(`docker ps -aq --filter label=com.docker.compose.project=${base}-blue`),
    ).toBe('');
  });

  it('whose proxy refuses its configuration is restored', async () => {
    const before = await shell(`cat /opt/${front.name}/conf`);
    const run = await unnoticed(() =>
      deploy('v3', { template: `${front.template}\nnonsense {{web:8080}} {\n` }),
    );
    expect(run.code).toBe(1);
    expect(run.entries).toEqual(['proxy-reload-failed']);
    expect(run.annotations[0]?.message).toContain('The server was restored');
    expect(await shell(`cat /opt/${front.name}/conf`)).toBe(before);
    expect(await answer(server, front.port)).toBe('version v2');
    expect(
      await shell(`docker ps -aq --filter label=com.docker.compose.project=${base}-blue`),
    ).toBe('');
  });

  it('that a later step finds wanting is taken back without a lost request', async () => {
    const run = await deploy('v3');
    expect(run.code).toBe(0);
    expect(await answer(server, front.port)).toBe('version v3');
    const state = Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value]));
    const { inputs, ...rest } = options('v3', {
      'rollback-on': 'job-failure',
      'job-status': 'failure',
    });
    const post = await unnoticed(() =>
      runBundle('deploy-compose', {
        ...rest,
        inputs,
        phase: 'post',
        env: { ...state, ...Object.fromEntries(run.env) },
      }),
    );
    expect(post.entries).toEqual(['release-rejected']);
    expect(await answer(server, front.port)).toBe('version v2');
    expect(
      await shell(`docker ps -aq --filter label=com.docker.compose.project=${base}-blue`),
    ).toBe('');
  });

  it('goes back to what ran before both of two that are rejected, the older one first', async () => {
    const reject = ({ state }: BundleResult): Promise<BundleResult> =>
      runBundle('deploy-compose', {
        ...options('v3', { 'job-status': 'failure' }),
        phase: 'post',
        env: {
          ...Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
          DEPLOY_KIT_REJECTED: state.get('release') ?? '',
        },
      });
    const [older, newer] = [await deploy('v3'), await deploy('v1')];
    await reject(older);
    expect(await answer(server, front.port)).toBe('version v1');
    expect((await reject(newer)).entries).toEqual(['release-rejected']);
    expect(await answer(server, front.port)).toBe('version v2');
    expect(await idsOf(`${base}-blue`)).toBe('');
  });

  it('finds its proxy as preflight does: its container, its file, and how it is reloaded', async () => {
    const look = async (inputs: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { inputs: all, ...rest } = options('v2', { 'registry-plain-http': 'true', ...inputs });
      const { outputs } = await runBundle('preflight', { ...rest, inputs: all });
      const { findings } = JSON.parse(outputs.get('result') ?? '') as {
        findings: readonly { check: string; verdict: string; detail: string }[];
      };
      return findings.flatMap(({ check, verdict, detail }) =>
        check === 'server: blue-green proxy' ? `${verdict}: ${detail}` : [],
      );
    };
    expect(await look({})).toEqual([
      expect.stringMatching(new RegExp(`^pass: ${front.name}, in the container`, 'i')),
    ]);
    expect(await look({ 'proxy-container': 'nobody' })).toEqual([
      'fail: neither nginx nor Caddy answers in the container nobody',
    ]);
    expect(await look({ 'proxy-file': '/etc/none/app.conf' })).toEqual([
      expect.stringMatching(/^pass/),
      expect.stringMatching(
        /^fail: The proxy's file \/etc\/none\/app.conf on .* can not be written/,
      ),
    ]);
    await shell(
      'mkdir -p /opt/folder && chown deploy /opt/folder && install -o deploy /dev/null /opt/file',
    );
    for (const file of ['/opt/folder', '/opt/file/app.conf'])
      expect((await look({ 'proxy-file': file }))[1]).toMatch(/^fail: .*can not be written/);
    const refused = await deploy('broken', { 'proxy-file': '/opt/folder' });
    expect(refused.entries).toEqual(['proxy-file-not-writable']);
    expect(refused.annotations[0]?.message).toContain('The server was not changed');
    await shell(`docker run -d --name bare-${front.name} ${front.image} sleep 600`);
    const bare = await look({ 'proxy-container': `bare-${front.name}` });
    await shell(`docker rm -f bare-${front.name}`);
    expect(bare).toEqual([
      front.name === 'caddy'
        ? expect.stringMatching(/^warn: Caddy, in the container bare-caddy, opens its ports anew/)
        : 'pass: nginx, in the container bare-nginx',
    ]);
  });

  it('loses no connection that arrives while the proxy is reloaded', async () => {
    const reload =
      front.name === 'caddy'
        ? 'docker exec the-caddy caddy reload --force --config /etc/caddy/Caddyfile'
        : 'docker exec the-nginx nginx -s reload';
    // The proxy answers by itself: nothing else can lose one.
    const client = steadyClient(`http://${server.address}:${front.port}/alive`, 500, 'new');
    await shell(`for i in $(seq 60); do ${reload} 2>/dev/null; done`);
    const { sent, lost, problems } = await client.stop();
    expect(sent).toBeGreaterThan(500);
    expect([lost, problems]).toEqual([0, []]);
  });

  it('ends what it kept warm in time, beside the next deploys', async () => {
    await deploy('v3', { 'keep-warm': '2s' });
    await until('the end of the old project', 30, async () => {
      const warm = await server.exec(['test', '-e', `${path}/.deploy-kit/warm`]);
      return warm.code !== 0;
    });
    expect(await idsOf(`${base}-green`)).toBe('');
    expect(await answer(server, front.port)).toBe('version v3');
    expect(await shell(`docker network ls --format '{{.Name}}'`)).not.toContain(`${base}-green`);
    expect((await journal(server, path)).at(-1)).toMatchObject({
      outcome: 'committed',
      version: 'v3',
    });
  });

  it('begins nothing while the proxy does not run', async () => {
    await shell(`docker stop the-${front.name}`);
    const run = await deploy('v1');
    expect(run.entries).toEqual(['proxy-not-running']);
    expect(run.annotations[0]?.message).toContain('The server was not changed');
    await shell(`docker start the-${front.name}`);
  });

  it('is not left while the proxy leads to its containers', async () => {
    const none = { 'proxy-template': '', 'proxy-file': '', 'proxy-container': '' };
    const run = await deploy('v1', { ...none, strategy: 'auto' });
    expect(run.entries).toEqual(['blue-green-left']);
    expect(await answer(server, front.port)).toBe('version v3');
  });

  it('is not rolled back to a release that was deployed in another way, nor the other way round', async () => {
    const none = { 'proxy-template': '', 'proxy-file': '', 'proxy-container': '' };
    const path2 = `${path}-other`;
    await shell(`mkdir -p ${path2} && chown deploy: ${path2}`);
    const first = await deploy('v1', { ...none, strategy: 'auto', path: path2 });
    expect(first.log).toMatch(/is live on/);
    const second = await deploy('v2', { path: path2 });
    expect(second.log).toMatch(/is live on/);
    const back = await rollback({ path: path2 });
    expect(back.entries).toEqual(['rollback-over-strategy']);
    expect(back.annotations[0]?.message).toContain('The server was not changed');
  });

  it('ends it also when nobody waits for that any more', async () => {
    await deploy('v1');
    await shell(`pkill -9 -f '^sh ${path}/.deploy-kit/releases/' || true`);
    expect(await idsOf(`${base}-blue`)).not.toBe('');
    const run = await deploy('v1');
    expect(run.outputs.get('changed')).toBe('false');
    expect(await idsOf(`${base}-blue`)).toBe('');
    expect(await answer(server, front.port)).toBe('version v1');
  });
});
