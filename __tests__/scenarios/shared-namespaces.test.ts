import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

const beside = (name: string, setting: string): string =>
  `  ${name}: { image: 'caddy:2', restart: unless-stopped, init: true, healthcheck: { disable: true }, command: sleep 100000, ${setting} }\n`;

/** Only web changes with a release: what names its container must be made anew all the same. */
const services = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ipc: shareable
  front: { image: '\${IMAGE}:\${IMAGE_TAG:-latest}', restart: unless-stopped, depends_on: [web] }
${beside('side', 'network_mode: "service:web"')}${beside('ipc', 'ipc: "service:web"')}${beside('pid', 'pid: "service:web"')}${beside('volumes', 'volumes_from: [web]')}${beside('linked', 'links: ["web:w"]')}`;

describe.each(['plugin', 'standalone'] as const)('With Compose as %s', (compose) => {
  let server: Server;

  beforeAll(async () => {
    server = await stage.startServer({ name: `shared-${compose}`, compose });
  }, 300_000);

  const deploy = (
    tag: string,
    inputs: Readonly<Record<string, string>> = {},
    more = '',
  ): Promise<BundleResult> =>
    runBundle(
      'deploy-compose',
      deployOptions(stage, server, tag, {
        files: {
          'compose.yml': `${services}${more}`,
        },
        inputs: { 'stable-for': '1s', drain: '1s', ...inputs },
      }),
    );

  const inspect = async (service: string, format: string): Promise<string> => {
    const found = await server.exec([
      ...['sh', '-c'],
      `docker inspect --format '${format}' $(docker ps -q --filter label=com.docker.compose.project=app --filter label=com.docker.compose.service=${service})`,
    ]);
    return found.stdout.trim();
  };

  /** What a service reaches at its own localhost. */
  const reached = async (service: string): Promise<string> => {
    const pid = await inspect(service, '{{.State.Pid}}');
    const ask = ['curl', '-s', '--max-time', '5', 'http://127.0.0.1:8080/'];
    return (await server.exec(['nsenter', '-t', pid, '-n', ...ask])).stdout.trim();
  };

  /** The services that have hold of the container of web that runs now. */
  const bound = async (): Promise<readonly string[]> => {
    const web = await inspect('web', '{{.Id}}');
    const holds = {
      side: await inspect('side', '{{.HostConfig.NetworkMode}}'),
      ipc: await inspect('ipc', '{{.HostConfig.IpcMode}}'),
      pid: await inspect('pid', '{{.HostConfig.PidMode}}'),
      volumes: await inspect('volumes', '{{index .HostConfig.VolumesFrom 0}}'),
    };
    const found = Object.entries(holds).flatMap(([name, held]) => (held.includes(web) ? name : []));
    const link = await server.exec([
      ...['docker', 'exec', await inspect('linked', '{{.Id}}')],
      ...['wget', '-q', '-O', '-', 'http://w:8080/'],
    ]);
    return link.code === 0 ? [...found, 'linked'] : found;
  };

  const everyOne = ['side', 'ipc', 'pid', 'volumes', 'linked'];

  it('what names a container of web is made anew with it, and neither rolls', async () => {
    expect((await deploy('v1')).code).toBe(0);
    expect([await reached('side'), await bound()]).toEqual(['version v1', everyOne]);
    const run = await deploy('v2');
    expect(run.code).toBe(0);
    expect([await reached('side'), await bound()]).toEqual(['version v2', everyOne]);
    expect(run.log).toMatch(
      /Service web is recreated; .*`network_mode: service:web` of side names its container/,
    );
    expect(run.log).toContain('Service front rolls');
  });

  it('also in a restore, and in a rollback', async () => {
    const failed = await deploy('v3', { 'after-switch': 'exit 1' });
    expect(failed.entries).toEqual(['hook-failed']);
    expect([await reached('side'), await bound()]).toEqual(['version v2', everyOne]);
    const { 'known-hosts': knownHosts = '', ...inputs } = deployOptions(stage, server, 'v2').inputs;
    const back = await runBundle('rollback', {
      inputs: {
        'known-hosts': knownHosts,
        host: inputs.host ?? '',
        'ssh-key': inputs['ssh-key'] ?? '',
        path: '/opt/app',
        to: 'previous',
      },
    });
    expect([back.code, back.entries]).toEqual([0, []]);
    expect([await reached('side'), await bound()]).toEqual(['version v1', everyOne]);
  });

  it('also where web was only started again, or is named by its name', async () => {
    await server.exec(['sh', '-c', 'docker restart -t 1 $(docker ps -q --filter name=web)']);
    const name = compose === 'plugin' ? 'app-web-1' : 'app_web_1';
    const named = `  named: { image: "caddy:2", restart: unless-stopped, init: true, command: sleep 100000, network_mode: "container:${name}" }\n`;
    for (const tag of ['v2', 'v3']) {
      const run = await deploy(tag, {}, named);
      const errors = run.annotations.filter(({ level }) => level === 'error');
      expect([run.code, errors.map(({ message }) => message)]).toEqual([0, []]);
    }
    expect([await reached('side'), await bound()]).toEqual(['version v3', everyOne]);
    expect(await reached('named')).toBe('version v3');
    const before = await server.exec(['sh', '-c', 'docker ps -q | sort']);
    await server.exec([
      'sh',
      '-c',
      `cd /opt/app && ${compose === 'plugin' ? 'docker compose' : 'docker-compose'} up -d`,
    ]);
    expect((await server.exec(['sh', '-c', 'docker ps -q | sort'])).stdout).toBe(before.stdout);
  });
});
