import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';
import { sshAway } from '../support/ssh-away.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'away' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

type Inputs = Readonly<Record<string, string>>;

const optionsOf = (tag: string, inputs: Inputs = {}): ReturnType<typeof deployOptions> =>
  deployOptions(stage, server, tag, { inputs: { 'stable-for': '1s', ...inputs } });

const post = ({ state }: BundleResult, inputs: Inputs): ReturnType<typeof startBundle> =>
  startBundle('deploy-compose', {
    ...optionsOf('v2', { 'job-status': 'failure', ...inputs }),
    phase: 'post',
    env: Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
  });

function login(): Inputs {
  const { inputs } = optionsOf('v1');
  return Object.fromEntries(
    ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
  );
}

describe('An SSH server that starts a few seconds late', () => {
  it('is waited for by a deploy, a verification and a rollback', async () => {
    await sshAway(server, 6);
    expect((await runBundle('deploy-compose', optionsOf('v1'))).code).toBe(0);
    expect((await runBundle('deploy-compose', optionsOf('v2'))).code).toBe(0);
    await sshAway(server, 6);
    const verified = await runBundle('verify-health', {
      inputs: { ...login(), targets: '- containers: [web]', interval: '500ms' },
    });
    expect(verified.code).toBe(0);
    await sshAway(server, 6);
    expect((await runBundle('rollback', { inputs: login() })).code).toBe(0);
    expect(await answer(server)).toBe('version v1');
  });
});

describe('An SSH server that goes away', () => {
  it('while it is verified what runs says nothing of that', async () => {
    const run = await startBundle('verify-health', {
      inputs: { ...login(), targets: '- containers: [web]', interval: '500ms', soak: '8s' },
    });
    await run.sees(/Verify health/);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await sshAway(server, 7);
    expect((await run.result).code).toBe(0);
  });

  it('while `post` takes a release back is waited for', async () => {
    const run = await runBundle('deploy-compose', optionsOf('v2'));
    const end = await post(run, { 'rollback-on': 'job-failure' });
    await end.sees(/Restore what ran before/);
    await sshAway(server, 6);
    expect((await end.result).entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
  });
});

describe('A take-back', () => {
  it("waits for Docker's engine, which starts after the SSH server does", async () => {
    const run = await runBundle('deploy-compose', optionsOf('v2'));
    await server.exec(['systemctl', 'stop', 'docker.socket', 'docker']);
    const end = await post(run, { 'rollback-on': 'job-failure' });
    await end.sees(/Looking again/);
    await server.exec(['systemctl', 'start', 'docker']);
    expect((await end.result).entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
  });

  it('whose program is killed is begun once more', async () => {
    const run = await runBundle('deploy-compose', optionsOf('v2'));
    const lock = server.exec(['flock', '/opt/app/.deploy-kit/lock', 'sleep', '5']);
    const end = await post(run, { 'rollback-on': 'job-failure' });
    await end.sees(/Take the lock/);
    await server.exec(['pkill', '-9', '-f', '^sh /opt/app/.deploy-kit/releases/.*-take-back-']);
    await lock;
    expect((await end.result).entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
    expect((await journal(server)).at(-1)?.live).toMatch(/-v1$/);
  });
});

describe('A deploy whose action is killed', () => {
  it('is taken back by `post`, whatever `rollback-on` says, since nobody has seen its end', async () => {
    const main = await startBundle(
      'deploy-compose',
      optionsOf('v2', { 'after-switch': 'sleep 2' }),
    );
    await main.sees(/Run the hook after-switch/);
    process.kill(main.pid, 'SIGKILL');
    const end = await post(await main.result, { 'rollback-on': 'never' });
    await end.result;
    expect(await answer(server)).toBe('version v1');
  });
});
