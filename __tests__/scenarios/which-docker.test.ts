import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

const socket = '/run/user/1000/docker.sock';

// Beside the server's own, an engine of the user's, with nothing in common but the kernel.
const secondEngine = `install -d -o deploy -m 700 /run/user/1000
  systemd-run --quiet --unit second-engine dockerd -H unix://${socket} -G deploy --bridge none \\
    --data-root /var/lib/docker/second --exec-root /run/second --pidfile /run/second.pid`;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'which-docker' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
  await pushApp(stage, 'broken', 'exit');
  await shell(secondEngine);
  await until('the second engine', 60, async () => (await engine('version')).code === 0);
  await shell('cp /home/deploy/.bashrc /home/deploy/bashrc.before');
}, 300_000);

afterAll(() => stage.close());

afterEach(() =>
  shell(`cp /home/deploy/bashrc.before /home/deploy/.bashrc
    su deploy -c 'docker context use default' 2>/dev/null`),
);

const shell = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

const asUser = (command: string): ReturnType<Server['exec']> =>
  server.exec(['su', 'deploy', '-c', command]);

/** Asks the user's own engine. */
const engine = (...words: readonly string[]): ReturnType<Server['exec']> =>
  server.exec(['docker', '-H', `unix://${socket}`, ...words]);

const useContext = (host = `unix://${socket}`): ReturnType<Server['exec']> =>
  asUser(`docker context rm -f rootless; docker context create rootless --docker host=${host} &&
    docker context use rootless`);

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, {
      files: { 'compose.yml': composeFile, ...files },
      inputs: { 'stable-for': '1s', 'health-timeout': '10s', ...inputs },
    }),
  );

/** Adds lines at the top of what the user's shell reads first. */
const startUp = (lines: string): Promise<string> =>
  shell(
    `printf '%s\\n' ${JSON.stringify(lines)} | cat - /home/deploy/bashrc.before >/home/deploy/.bashrc`,
  );

describe('An engine that the context of the user leads to', () => {
  it('has all that is deployed, restored, verified and rolled back, and the other one nothing', async () => {
    await useContext();
    const first = await deploy('v1');
    expect([first.entries, first.log]).toEqual([
      [],
      expect.stringContaining(`the engine at unix://${socket} (the context rootless)`),
    ]);
    expect((await deploy('v2')).code).toBe(0);
    const broken = await deploy('broken');
    expect(broken.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v2');
    const { inputs } = deployOptions(stage, server, 'v2');
    const place = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
    );
    const verified = await runBundle('verify-health', {
      inputs: { ...place, targets: '- containers: all' },
    });
    expect(verified.entries).toEqual([]);
    const look = await runBundle('preflight', {
      files: { 'compose.yml': composeFile },
      inputs: { ...inputs, 'registry-plain-http': 'true' },
    });
    expect(look.log).toContain('the context rootless');
    expect((await runBundle('rollback', { inputs: place })).code).toBe(0);
    expect(await answer(server)).toBe('version v1');
    // By hand it is the same site, as it is.
    const before = (await engine('ps', '-q')).stdout;
    await asUser('cd /opt/app && docker compose up -d');
    expect((await engine('ps', '-q')).stdout).toBe(before);
    expect(await shell('docker ps -aq; docker image ls -q --filter reference="*/acme/*"')).toBe('');
  }, 110_000);

  it('that is of another machine, or a context that is gone, is refused by name', async () => {
    await useContext('ssh://ops@other.example');
    expect((await deploy('v2')).entries).toEqual(['docker-endpoint-unsupported']);
    await useContext();
    await shell('rm -r /home/deploy/.docker/contexts');
    expect((await deploy('v2')).entries).toEqual(['docker-context-missing']);
    await shell('rm /home/deploy/.docker/config.json');
    expect(await answer(server)).toBe('version v1');
  });
});

describe('The start-up files of the login shell', () => {
  it('may print and read', async () => {
    await startUp(
      `export DOCKER_HOST=unix://${socket}; echo path=/wrong; echo end=yes; echo warn >&2; read -r it; printf half`,
    );
    const run = await deploy('v2');
    expect([run.entries, await answer(server)]).toEqual([[], 'version v2']);
    expect(run.log).toContain(`the engine at unix://${socket} (DOCKER_HOST)`);
  });

  it('may say only to people which engine it is', async () => {
    await shell(`echo 'export DOCKER_HOST=unix://${socket}' >>/home/deploy/.bashrc`);
    const run = await deploy('v1');
    expect([run.entries, await answer(server)]).toEqual([[], 'version v1']);
    expect((await engine('ps', '--format', '{{.Names}}')).stdout).toBe('app-web-1\n');
  });

  it('that start another program are named', async () => {
    await startUp('exec bash');
    expect((await deploy('v2')).entries).toEqual(['login-shell-in-the-way']);
  });
});

describe('A server that refuses in the middle of an upload', () => {
  it('is heard', async () => {
    // Room for the folder of the release, and not for what is in it.
    await shell(`mkdir /opt/few && mount -t tmpfs -o nr_inodes=5,mode=755 tmpfs /opt/few &&
      chown deploy /opt/few`);
    const large = Object.fromEntries(
      [1, 2, 3, 4].map((at) => [`large/${at}`, String(at).repeat(15_000_000)]),
    );
    const run = await deploy('v2', { path: '/opt/few', files: 'large/**' }, large);
    expect(run.entries).toEqual(['upload-failed']);
    expect(run.annotations[0]?.message).toMatch(
      /No space left on device[^]*cannot make[^]*The server was not changed/,
    );
    await shell('umount /opt/few');
  });
});
