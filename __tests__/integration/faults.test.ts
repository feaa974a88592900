import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { startProxy } from '../../playground/hosts/slow-proxy.js';
import { must, until } from '../../playground/machine/run.js';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setStage, type Stage } from '../../playground/stage.js';
import { connectSsh } from '../../src/ssh/outside/connect-ssh.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { runProgram } from '../../src/server/run-program.js';
import type { ErrorName } from '../../src/errors/index.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { textEntry } from '../../src/local/plan/text-entry.js';
import { ServerConnection } from '../../src/ssh/server-connection.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { silentReporter } from '../support/reporters.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';
import { virtualClock } from '../support/virtual-clock.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'faults' });
  await pushApp(stage, 'v1');
  await pushApp(stage, 'v2');
  expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v1'))).code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

/** Every failure before the switch leaves the old release serving, and says so. */
async function fails(
  inputs: Readonly<Record<string, string>>,
  entry: ErrorName,
): Promise<{ title: string; message: string; log: string }> {
  const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2', { inputs }));
  expect([failed.code, failed.entries]).toEqual([1, [entry]]);
  const errors = failed.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain('The server was not changed');
  expect(failed.log).not.toMatch(/^ {4}at /m);
  expect(await answer(server)).toBe('version v1');
  return { title: errors[0]?.title ?? '', message: errors[0]?.message ?? '', log: failed.log };
}

describe('Faults before the switch', () => {
  it('a host key that is another one', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const field = (bytes: Buffer): Buffer =>
      Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
    const key = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(raw)]).toString('base64');
    const { title, message } = await fails(
      { 'known-hosts': `${server.address} ssh-ed25519 ${key}` },
      'ssh-host-key-mismatch',
    );
    expect(title).toBe(`The host key of ${server.address} is not the expected one`);
    expect(message).toContain(server.fingerprint);
  });

  it('no host key at all: the error shows what to compare and to set', async () => {
    const { title, message } = await fails({ 'known-hosts': '' }, 'ssh-host-key-unknown');
    expect(title).toBe(`No host key to check ${server.address} against`);
    expect(message).toContain(`host-fingerprint: ${server.fingerprint}`);
  });

  it('the right fingerprint alone is enough', async () => {
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        inputs: { 'known-hosts': '', 'host-fingerprint': server.fingerprint },
      }),
    );
    expect(deployed.code).toBe(0);
  });

  it('a key that the server does not know', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-key-'));
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')]);
    const { title, message } = await fails(
      { 'ssh-key': readFileSync(join(folder, 'key'), 'utf8') },
      'ssh-login-refused',
    );
    expect(title).toBe(`${server.address} refuses the key of user deploy`);
    expect(message).toContain('authorized_keys');
  });

  it('a key with a passphrase that was not given, and with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-key-'));
    await must('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      'a secret phrase',
      '-f',
      join(folder, 'key'),
    ]);
    const locked = { 'ssh-key': readFileSync(join(folder, 'key'), 'utf8') };
    await fails(locked, 'ssh-key-needs-passphrase');
    await server.exec(['sh', '-c', 'cat >>/home/deploy/.ssh/authorized_keys'], {
      input: readFileSync(join(folder, 'key.pub'), 'utf8'),
    });
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        inputs: {
          'ssh-key': readFileSync(join(folder, 'key'), 'utf8'),
          'ssh-key-passphrase': 'a secret phrase',
        },
      }),
    );
    expect(deployed.code).toBe(0);
  });

  it.each([
    [
      'a name that DNS does not know',
      { host: 'deploy@no-such-host.invalid' },
      'ssh-host-unknown',
      /^The server no-such-host\.invalid is not found$/,
    ],
    [
      'a port where nothing listens',
      { host: 'deploy@127.0.0.1:1' },
      'ssh-unreachable',
      /^No SSH connection to 127\.0\.0\.1:1$/,
    ],
    [
      'an image that was never built',
      { images: 'REGISTRY/acme/api:v99' },
      'image-not-found',
      /^The registry does not have 127\.0\.0\.1:\d+\/acme\/api:v99$/,
    ],
    [
      'a registry that does not answer',
      { images: '127.0.0.1:9/acme/api:v1' },
      'registry-unreachable',
      /^The registry 127\.0\.0\.1:9 does not answer$/,
    ],
    [
      'a registry account that is refused',
      { 'registry-password': 'wrong' },
      'registry-login-refused',
      /^The registry 127\.0\.0\.1:\d+ does not accept the login$/,
    ],
    [
      'a folder that the user may not write',
      { path: '/root/app' },
      'path-not-writable',
      /^The deploy folder \/root\/app cannot be used/,
    ],
    [
      'a key that is none',
      { 'ssh-key': 'nonsense' },
      'ssh-key-unreadable',
      /^The SSH key cannot be read$/,
    ],
    [
      'a Compose file that nobody committed',
      { 'compose-files': 'compose.prod.yml' },
      'compose-file-missing',
      /^The Compose file compose\.prod\.yml is not there$/,
    ],
    [
      'an env file that nobody committed',
      { env: '', 'env-file': 'prod.env' },
      'env-file-missing',
      /^The env file prod\.env is not there$/,
    ],
    [
      'further files that nobody committed',
      { files: 'nothing/**' },
      'files-missing',
      /^`files` names nothing with nothing\/\*\*$/,
    ],
    [
      'an image that no service has',
      { images: `REGISTRY/acme/other@sha256:${'a'.repeat(64)}` },
      'release-not-in-compose',
      /^No service of the Compose file uses the released image$/,
    ],
    [
      'a migration of a service that is none',
      { 'migration-service': 'db' },
      'migration-service-missing',
      /^There is no service db for the migration$/,
    ],
    [
      'inputs that are not valid, all at once',
      { host: 'nowhere', 'health-timeout': 'soon' },
      'input-invalid',
      /^The inputs of deploy-compose are not valid$/,
    ],
  ] as const)('%s', async (_, inputs, entry, expected) => {
    const here = Object.entries(inputs).map(
      ([key, value]) => [key, value.replace('REGISTRY', stage.registry.host)] as const,
    );
    const { title, log } = await fails(Object.fromEntries(here), entry);
    expect(title).toMatch(expected);
    expect(log).not.toContain(stage.registry.password);
  });

  it('an event whose payload is no release document', async () => {
    const options = deployOptions(stage, server, 'v2', { inputs: { images: '' } });
    const failed = await runBundle('deploy-compose', {
      ...options,
      event: { client_payload: { release: { schema: 1, images: {} } } },
    });
    expect(failed.entries).toEqual(['release-document-invalid']);
    expect(failed.annotations[0]?.message).toMatch(/release\.images: .*release\.version: /);
  });

  it('an event of a phase that built no image', async () => {
    const options = deployOptions(stage, server, 'v2', { inputs: { images: '' } });
    const origin = { sha: 'a'.repeat(40), ref: 'refs/heads/main', repository: 'acme/api' };
    const run = { ...origin, runId: 1, runUrl: 'https://github.example/1', actor: 'ada' };
    const release = releaseOfRun(run, '11111111-2222', new Date());
    const failed = await runBundle('deploy-compose', {
      ...options,
      event: { client_payload: { release } },
    });
    expect(failed.annotations[0]?.message).toContain('the release names no image');
  });

  it.each([
    ['docker', 'docker-missing', 'https://docs.docker.com/engine/install/'],
    ['flock', 'server-tool-missing', 'apt-get install'],
  ])('a server without %s', async (tool, entry, fix) => {
    await server.exec(['mv', `/usr/bin/${tool}`, '/root/']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['mv', `/root/${tool}`, '/usr/bin/']);
    expect(failed.entries).toEqual([entry]);
    expect(failed.annotations[0]?.message).toContain(fix);
  });

  it('a server with Podman in place of Docker', async () => {
    const podman = `export DEBIAN_FRONTEND=noninteractive
      apt-get update -qq && apt-get install -y -qq --no-install-recommends podman >/dev/null 2>&1
      (setsid podman system service --time=0 unix:///run/podman.sock >/dev/null 2>&1 &)
      for i in 1 2 3 4 5 6 7 8 9 10; do [ -S /run/podman.sock ] && break; sleep 0.5; done
      chmod 666 /run/podman.sock
      cp /home/deploy/.bashrc /root/ && sed -i '1i export DOCKER_HOST=unix:///run/podman.sock' /home/deploy/.bashrc`;
    await server.exec(['bash', '-c', podman], { timeoutMs: 300_000 });
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['sh', '-c', 'cp /root/.bashrc /home/deploy/; pkill podman']);
    expect(failed.entries).toEqual(['podman-unsupported']);
  });

  it('a login shell that runs nothing', async () => {
    await server.exec(['usermod', '--shell', '/bin/false', 'deploy']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['usermod', '--shell', '/bin/bash', 'deploy']);
    expect(failed.entries).toEqual(['login-shell-in-the-way']);
  });

  it('a registry that the server alone does not reach', async () => {
    const forward = ['registry-forward.socket', 'registry-forward'];
    await server.exec(['systemctl', 'stop', ...forward]);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['systemctl', 'start', 'registry-forward.socket']);
    expect(failed.entries).toEqual(['image-pull-failed']);
    expect(failed.annotations[0]?.message).toContain(
      'It looks like this: A connection was refused: nothing listens there.',
    );
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
  });

  it('a rollback where nothing was ever deployed', async () => {
    const { inputs } = deployOptions(stage, server, '');
    const login = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts'].map((name) => [name, inputs[name] ?? '']),
    );
    const failed = await runBundle('rollback', { inputs: { ...login, path: '/opt/staging' } });
    expect(failed.entries).toEqual(['rollback-nothing-live']);
  });

  it('a proxy whose file may not be written', async () => {
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', {
        files: {
          'compose.yml': 'services: {web: {image: "${IMAGE}:${IMAGE_TAG}"}}',
          'proxy.conf': 'to {{web:8080}}',
        },
        inputs: {
          strategy: 'blue-green',
          'proxy-template': 'proxy.conf',
          'proxy-file': '/root/proxy.conf',
          'proxy-container': 'proxy',
        },
      }),
    );
    expect(failed.entries).toEqual(['proxy-file-not-writable']);
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
    expect(await answer(server)).toBe('version v1');
  });

  it('a server whose Docker does not run', async () => {
    await server.exec(['systemctl', 'stop', 'docker.socket', 'docker']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['systemctl', 'start', 'docker']);
    expect(failed.entries).toEqual(['docker-not-running']);
    expect(failed.annotations[0]?.message).toContain('systemctl enable --now docker');
  });

  it('a user who may not use Docker', async () => {
    await server.exec(['gpasswd', '--delete', 'deploy', 'docker']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['usermod', '-aG', 'docker', 'deploy']);
    expect(failed.entries).toEqual(['docker-permission-denied']);
    expect(failed.annotations[0]?.message).toContain('usermod -aG docker deploy');
  });

  it('a disk that is full when the release arrives', async () => {
    await server.fillDisk();
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { inputs: { path: '/opt/small/app' } }),
    );
    expect(failed.entries).toEqual(['upload-failed']);
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
  });
});

describe('Faults of the switch', () => {
  it('a hook that makes Compose run another image is found out', async () => {
    const hook = `old=$(docker inspect --format '{{.Config.Image}}' $(docker ps -q --filter label=com.docker.compose.service=web))
      sed -i "s#image:.*#image: $old#" .deploy-kit/pins.yml`;
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { inputs: { 'before-switch': hook } }),
    );
    expect(failed.entries).toEqual(['wrong-image-running']);
    expect(failed.annotations[0]?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v1');
  });

  it('a hook that takes the release away is nothing that anybody knows, and is restored', async () => {
    const hook = 'rm -r "$(ls -dt .deploy-kit/releases/*/ | head -n 1)files"';
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { inputs: { 'before-deploy': hook } }),
    );
    expect(failed.entries).toEqual(['internal-error']);
    expect(failed.annotations[0]?.message).toContain('Please report it');
    expect(await answer(server)).toBe('version v1');
  });

  it.each([
    ['a service that ends', 'restart: "no"\n    environment: {MODE: exit}', 'container-exited'],
    ['a kernel setting that there is not', 'sysctls: {net.core.nowhere: 1}', 'compose-up-failed'],
  ])('%s is found out', async (_, more, entry) => {
    const compose = composeFile.replace('restart: unless-stopped', more);
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { files: { 'compose.yml': compose } }),
    );
    expect(failed.entries).toEqual([entry]);
    expect(failed.annotations[0]?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v1');
  });
});

describe('What was decided before another release became live', () => {
  /** Deploys, and does something else once that deploy holds the lock. */
  async function meanwhile(tag: string, act: () => Promise<BundleResult>): Promise<BundleResult> {
    const inputs = { 'before-switch': 'sleep 8' };
    const deploy = await startBundle(
      'deploy-compose',
      deployOptions(stage, server, tag, { inputs }),
    );
    await deploy.sees(/Run the hook before-switch/);
    const result = await act();
    expect((await deploy.result).code).toBe(0);
    return result;
  }

  it('is no rollback of that one', async () => {
    expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v2'))).code).toBe(0);
    const { inputs } = deployOptions(stage, server, '');
    const names = ['host', 'ssh-key', 'known-hosts', 'path'];
    const login = Object.fromEntries(names.map((name) => [name, inputs[name] ?? '']));
    const back = await meanwhile('v1', () => runBundle('rollback', { inputs: login }));
    expect(back.entries).toEqual(['release-changed']);
    expect(await answer(server)).toBe('version v1');
  });

  it('takes nothing back but what it was about', async () => {
    const options = deployOptions(stage, server, 'v2');
    const { state, env } = await runBundle('deploy-compose', options);
    const saved = Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value]));
    const inputs = { ...options.inputs, 'rollback-on': 'job-failure', 'job-status': 'failure' };
    const post = await meanwhile('v1', () =>
      runBundle('deploy-compose', {
        ...options,
        inputs,
        phase: 'post',
        env: { ...saved, ...Object.fromEntries(env) },
      }),
    );
    expect(post.entries).toEqual(['release-superseded']);
    expect(await answer(server)).toBe('version v1');
  });
});

describe('wait-for-image', () => {
  it('a tag that never comes ends with the build to look at', async () => {
    const { registry } = stage;
    const digest = `sha256:${'0'.repeat(64)}`;
    const release = {
      schema: 1,
      images: [
        {
          reference: `${registry.host}/acme/api:sha-000000000000`,
          digest,
          platforms: ['linux/amd64'],
        },
      ],
      version: 'sha-000000000000',
      revision: '0'.repeat(40),
      ref: 'refs/heads/main',
      repository: 'acme/api',
      run: { id: 1, url: 'https://github.example/acme/api/actions/runs/1' },
      actor: 'ada',
      createdAt: '2026-01-01T00:00:00.000Z',
      correlationId: 'aaaaaaaa-bbbb',
    };
    const failed = await runBundle('wait-for-image', {
      inputs: {
        timeout: '3s',
        'registry-username': registry.username,
        'registry-password': registry.password,
      },
      event: { client_payload: { release } },
    });
    expect(failed.entries).toEqual(['image-never-came']);
    expect(failed.annotations[0]?.message).toContain(
      'https://github.example/acme/api/actions/runs/1',
    );
  });
});

describe('The connection', () => {
  it('that does not come back ends the step; the program on the server goes on', async () => {
    const proxy = await startProxy({ target: `${server.address}:22` });
    const clock = virtualClock();
    const connection = new ServerConnection(
      { host: '127.0.0.1', user: server.user, port: proxy.port },
      () =>
        connectSsh({
          host: '127.0.0.1',
          port: proxy.port,
          user: server.user,
          login: { kind: 'key', privateKey: server.privateKey, passphrase: undefined },
          hostKeys: { knownHosts: undefined, fingerprints: server.fingerprint },
          connectTimeoutSeconds: 5,
        }),
      // The server is real; five minutes of trying again pass at once.
      { ...clock, say: () => undefined },
    );
    const folder = '/opt/app/.deploy-kit/releases/lost';
    const program = `echo '{"event":"step","at":1,"title":"Wait"}' >>${folder}/events.jsonl
      sleep 3; touch /tmp/gone-on\n`;
    const run = runProgram(
      {
        path: '/opt/app',
        releaseId: 'lost',
        base: '',
        entries: [textEntry('program.sh', 0o755, program), textEntry('complete', 0o644, '')],
        timeoutSeconds: 60,
      },
      {
        server: connection,
        archiver: tarArchiver,
        clock,
        reporter: silentReporter,
      },
      () => {
        proxy.close();
      },
    );
    await expect(run).rejects.toMatchObject({
      entry: 'ssh-connection-lost',
      hostState: { state: 'unknown' },
    });
    await until('the program', 20, async () => {
      const { code } = await server.exec(['test', '-e', '/tmp/gone-on']);
      return code === 0;
    });
    await server.exec(['rm', '-r', folder]);
  });

  it('that is lost in the middle is taken up again, and the deploy is followed to its end', async () => {
    const proxy = await startProxy({ target: `${server.address}:22` });
    const inputs = {
      host: `deploy@127.0.0.1:${proxy.port}`,
      'known-hosts': '',
      'host-fingerprint': server.fingerprint,
    };
    const run = await startBundle('deploy-compose', deployOptions(stage, server, 'v2', { inputs }));
    await run.sees(/Start the services/);
    proxy.cut();
    const { code, log } = await run.result;
    proxy.close();
    expect([code, log]).toEqual([0, expect.stringContaining('is live on')]);
    expect(log).toContain('The connection was lost');
    expect(await answer(server)).toBe('version v2');
  });
});
