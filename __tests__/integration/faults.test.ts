import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { must } from '../../playground/machine/run.js';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';
import { releaseOfRun } from '../../src/plan/release-of-run.js';

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
): Promise<{ title: string; message: string; log: string }> {
  const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2', { inputs }));
  expect(failed.code).toBe(1);
  const errors = failed.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain('The server was not changed');
  expect(errors[0]?.message).toMatch(/runbook\.md#[a-z-]+$/);
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
    const { title, message } = await fails({
      'known-hosts': `${server.address} ssh-ed25519 ${key}`,
    });
    expect(title).toBe(`The host key of ${server.address} is not the expected one`);
    expect(message).toContain(server.fingerprint);
  });

  it('no host key at all: the error shows what to compare and to set', async () => {
    const { title, message } = await fails({ 'known-hosts': '' });
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
    const { title, message } = await fails({
      'ssh-key': readFileSync(join(folder, 'key'), 'utf8'),
    });
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
    const { title } = await fails({ 'ssh-key': readFileSync(join(folder, 'key'), 'utf8') });
    expect(title).toBe('The SSH key is protected by a passphrase');
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
      /^The server no-such-host\.invalid is not found$/,
    ],
    [
      'a port where nothing listens',
      { host: 'deploy@127.0.0.1:1' },
      /^No SSH connection to 127\.0\.0\.1:1$/,
    ],
    [
      'an image that was never built',
      { images: '127.0.0.1:5480/acme/api:v99' },
      /^The registry does not have 127\.0\.0\.1:5480\/acme\/api:v99$/,
    ],
    [
      'a registry that does not answer',
      { images: '127.0.0.1:9/acme/api:v1' },
      /^The registry 127\.0\.0\.1:9 does not answer$/,
    ],
    [
      'a registry account that is refused',
      { 'registry-password': 'wrong' },
      /^The registry 127\.0\.0\.1:5480 does not accept the login$/,
    ],
    [
      'a folder that the user may not write',
      { path: '/root/app' },
      /^The deploy folder \/root\/app cannot be used/,
    ],
    ['a key that is none', { 'ssh-key': 'nonsense' }, /^The SSH key cannot be read$/],
    [
      'further files that nobody committed',
      { files: 'nothing/**' },
      /^`files` names nothing with nothing\/\*\*$/,
    ],
    [
      'an image that no service has',
      { images: `127.0.0.1:5480/acme/other@sha256:${'a'.repeat(64)}` },
      /^No service of the Compose file uses the released image$/,
    ],
    [
      'a migration of a service that is none',
      { 'migration-service': 'db' },
      /^There is no service db for the migration$/,
    ],
    [
      'inputs that are not valid, all at once',
      { host: 'nowhere', 'health-timeout': 'soon' },
      /^The inputs of deploy-compose are not valid$/,
    ],
  ])('%s', async (_, inputs, expected) => {
    const { title, log } = await fails(inputs);
    expect(title).toMatch(expected);
    expect(log).not.toContain(stage.registry.password);
  });

  it('an event whose payload is no release document', async () => {
    const options = deployOptions(stage, server, 'v2', { inputs: { images: '' } });
    const failed = await runBundle('deploy-compose', {
      ...options,
      event: { client_payload: { release: { schema: 1, images: {} } } },
    });
    expect(failed.annotations[0]?.title).toBe('The event does not carry a valid release document');
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
    ['docker', /^Docker is not installed on/, 'https://docs.docker.com/engine/install/'],
    ['flock', /lacks flock$/, 'apt-get install'],
  ])('a server without %s', async (tool, title, fix) => {
    await server.exec(['mv', `/usr/bin/${tool}`, '/root/']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['mv', `/root/${tool}`, '/usr/bin/']);
    expect(failed.annotations[0]?.title).toMatch(title);
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
    expect(failed.annotations[0]?.title).toMatch(/ runs Podman in place of Docker$/);
  });

  it('a login shell that runs nothing', async () => {
    await server.exec(['usermod', '--shell', '/bin/false', 'deploy']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['usermod', '--shell', '/bin/bash', 'deploy']);
    expect(failed.annotations[0]?.title).toMatch(/did not answer as a Linux server does$/);
  });

  it('a registry that the server alone does not reach', async () => {
    const forward = ['registry-forward.socket', 'registry-forward'];
    await server.exec(['systemctl', 'stop', ...forward]);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['systemctl', 'start', 'registry-forward.socket']);
    expect(failed.annotations[0]?.title).toMatch(/^The server could not pull /);
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
    expect(failed.annotations[0]?.title).toMatch(/^No release of deploy-kit is live on/);
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
    expect(failed.annotations[0]?.title).toMatch(/^The proxy's file \/root\/proxy\.conf on/);
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
    expect(await answer(server)).toBe('version v1');
  });

  it('a server whose Docker does not run', async () => {
    await server.exec(['systemctl', 'stop', 'docker.socket', 'docker']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['systemctl', 'start', 'docker']);
    expect(failed.annotations[0]?.title).toMatch(/^Docker's engine does not answer on/);
    expect(failed.annotations[0]?.message).toContain('systemctl enable --now docker');
  });

  it('a user who may not use Docker', async () => {
    await server.exec(['gpasswd', '--delete', 'deploy', 'docker']);
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2'));
    await server.exec(['usermod', '-aG', 'docker', 'deploy']);
    expect(failed.annotations[0]?.title).toMatch(/^User deploy may not use Docker on/);
    expect(failed.annotations[0]?.message).toContain('usermod -aG docker deploy');
  });

  it('a disk that is full when the release arrives', async () => {
    await server.fillDisk();
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { inputs: { path: '/opt/small/app' } }),
    );
    expect(failed.annotations[0]?.title).toMatch(/^(The release could not be sent|The disk of)/);
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
    expect(failed.annotations[0]?.title).toBe('Service web does not run the released image');
    expect(failed.annotations[0]?.message).toContain('The server was restored');
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
    expect(failed.annotations[0]?.title).toMatch(/did not come$/);
    expect(failed.annotations[0]?.message).toContain(
      'https://github.example/acme/api/actions/runs/1',
    );
  });
});

describe('The connection', () => {
  it('that is lost in the middle is taken up again, and the deploy is followed to its end', async () => {
    const { startBundle } = await import('../support/run-bundle.js');
    const { startProxy } = await import('../../playground/hosts/slow-proxy.js');
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
