import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'hostile' });
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version);
  await pushApp(stage, 'sick', 'unhealthy');
  expect((await deploy('v1')).code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

const deploy = (
  version: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle('deploy-compose', deployOptions(stage, server, version, { inputs }));

const shell = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

const isFree = async (): Promise<boolean> =>
  (await server.exec(['flock', '-n', '/opt/app/.deploy-kit/lock', 'true'])).code === 0;

describe('Many deploys at once', () => {
  it('E1: go one after the other, also when one is killed while it holds the lock', async () => {
    const versions = ['v2', 'v3', 'v1', 'v2', 'v3', 'v1'];
    const runs = await Promise.all(
      versions.map((version) =>
        startBundle(
          'deploy-compose',
          deployOptions(stage, server, version, { inputs: { force: 'true' } }),
        ),
      ),
    );
    const transaction = '/opt/app/.deploy-kit/transaction/release';
    await until(
      'a deploy in its switch',
      60,
      async () => (await shell(`cat ${transaction}`)) !== '',
    );
    const killed = await shell(`cat ${transaction}`);
    await shell(`pkill -9 -f '^sh /opt/app/.deploy-kit/releases/${killed}/'`);
    const results = await Promise.all(runs.map(({ result }) => result));
    const failed = results.filter(({ code }) => code !== 0);
    expect(failed.length).toBeLessThanOrEqual(1);
    for (const { entries } of failed) expect(entries).toEqual(['program-ended-early']);
    const last = (await journal(server)).at(-1);
    expect(await answer(server)).toBe(`version ${last?.live.split('-').at(-1) ?? ''}`);
    expect(await shell('cat /opt/app/.deploy-kit/current')).toBe(last?.live);
    expect(await isFree()).toBe(true);
    expect(await shell('ls -d /opt/app/.deploy-kit/transaction 2>/dev/null')).toBe('');
  });
});

describe('A clock that is wrong', () => {
  const place = async (offset: string): Promise<void> => {
    // What every program asks for the time; the machine's own clock is not this test's to set.
    const fake = `#!/bin/sh\nexec /bin/date -d '${offset}' "$@"\n`;
    await server.exec(['sh', '-c', 'cat >/usr/local/bin/date && chmod 755 /usr/local/bin/date'], {
      input: fake,
    });
  };

  afterAll(() => server.exec(['rm', '-f', '/usr/local/bin/date']));

  it.each(['+1 day', '-1 day'])('by %s changes nothing', async (offset) => {
    await place(offset);
    const [before] = (await journal(server)).slice(-1);
    const run = await deploy(before?.version === 'v2' ? 'v3' : 'v2');
    expect(run.log).toMatch(/is live on/);
    const sick = await deploy('sick', { 'health-timeout': '4s', 'stable-for': '1s' });
    expect(sick.annotations[0]?.message).toContain('The server was restored');
    expect((await journal(server)).at(-1)?.seconds).toBeLessThan(3600);
    expect((await deploy('v1')).code).toBe(0);
  });

  it.each(['+1 day', '-1 day'])(
    'and is set by %s in the middle changes no limit',
    async (offset) => {
      await place('now');
      const run = await startBundle(
        'deploy-compose',
        deployOptions(stage, server, 'v2', {
          inputs: {
            'before-deploy':
              'until test -e /tmp/clock-is-set; do sleep 0.1; done; sleep 1; echo still running; sleep 600',
            'hook-timeout': '20s',
          },
        }),
      );
      await run.sees(/Run the hook before-deploy/);
      await place(offset);
      await server.exec(['touch', '/tmp/clock-is-set']);
      const { annotations, log } = await run.result;
      await server.exec(['rm', '/tmp/clock-is-set']);
      // Neither ended by the jump, nor given the time that it seems to have left.
      expect(log).toContain('still running');
      expect(annotations[0]?.title).toBe('The hook before-deploy failed');
      expect(await answer(server)).toBe('version v1');
    },
  );
});

describe('A disk that is full', () => {
  beforeAll(async () => {
    // The engine's own folder on a disk that a test can fill.
    await shell(`systemctl stop docker docker.socket
      mount -t tmpfs -o size=96m tmpfs /var/lib/docker && systemctl start docker`);
    await until(
      'the engine',
      60,
      async () => (await server.exec(['docker', 'version'])).code === 0,
    );
    expect((await deploy('v1', { force: 'true' })).code).toBe(0);
  }, 120_000);

  const fill = (): Promise<string> =>
    shell('cat /dev/zero >/var/lib/docker/fill 2>/dev/null; df /var/lib/docker');
  const free = (): Promise<string> => shell('rm -f /var/lib/docker/fill');

  it('when the image arrives leaves everything as it was', async () => {
    await shell('docker image prune -af');
    await fill();
    const run = await deploy('v2');
    await free();
    expect(run.annotations[0]?.title).toMatch(/^The disk of .* is full/);
    expect(run.annotations[0]?.message).toContain('The server was not changed');
    expect(await answer(server)).toBe('version v1');
  });

  it('is not filled by a pull: what runs can go on writing', async () => {
    const context = mkdtempSync(join(tmpdir(), 'deploy-kit-large-'));
    writeFileSync(
      join(context, 'Dockerfile'),
      `FROM ${await pushApp(stage, 'v2')}\nCOPY large /\n`,
    );
    writeFileSync(join(context, 'large'), randomBytes(150 * 1024 * 1024));
    const { host, username, password } = stage.registry;
    await stage.engine.must(['login', '-u', username, '--password-stdin', host], {
      input: password,
    });
    await stage.engine.must(['buildx', 'build', '--push', '-t', `${host}/acme/api:large`, context]);
    await stage.engine.must(['logout', host]);
    rmSync(context, { recursive: true });
    await server.exec(['docker', 'image', 'prune', '-af']);
    // As slow as a network.
    const pid = 'p=$(systemctl show -p MainPID --value registry-forward)';
    const slow = 'while sleep 0.1; do kill -CONT $p; sleep 0.03; kill -STOP $p; done';
    await shell(`${pid}; (${slow}) >/dev/null 2>&1 & echo $! >/tmp/slow`);
    const run = await deploy('large');
    await shell(`kill $(cat /tmp/slow); sleep 0.2; ${pid}; kill -CONT $p`);
    expect([run.entries, run.annotations[0]?.message]).toEqual([
      ['disk-full'],
      expect.stringContaining('was ended when'),
    ]);
    expect(run.annotations[0]?.message).toContain('The server was not changed');
    expect(await answer(server)).toBe('version v1');
  });

  it('when the container starts is restored, and the next deploy works', async () => {
    const run = await startBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', { inputs: { 'before-switch': 'sleep 3' } }),
    );
    await run.sees(/Run the hook before-switch/);
    await fill();
    const failed = run.sees(/Restore what ran before/).then(free);
    const { annotations, log } = await run.result;
    await failed;
    expect(annotations[0]?.title).toMatch(/^The disk of .* is full/);
    expect([annotations[0]?.message, log]).toEqual([
      expect.stringContaining('The server was restored'),
      expect.anything(),
    ]);
    expect(await answer(server)).toBe('version v1');
    expect((await deploy('v2')).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
  });
});

describe('A deploy folder without room at the commit', () => {
  const path = '/opt/small';
  const here = (version: string, inputs: Readonly<Record<string, string>>): Promise<BundleResult> =>
    deploy(version, { path, force: 'true', ...inputs });

  beforeAll(async () => {
    await shell(`docker rm -f $(docker ps -q); mkdir -p ${path} &&
      mount -t tmpfs -o size=24m,nr_inodes=900,mode=755 tmpfs ${path} && chown deploy ${path}`);
    expect((await here('v1', {})).code).toBe(0);
  });

  it.each([
    ['kilobytes', 'cat /dev/zero >fill 2>/dev/null || true'],
    ['inodes', 'mkdir full; i=0; while (true >full/$i) 2>/dev/null; do i=$((i + 1)); done'],
  ])('for lack of %s has one end, which it tells', async (_, fill) => {
    const run = await here('v2', { 'after-switch': fill });
    const live = await shell(`sed 's/.*-//' ${path}/.deploy-kit/current`);
    await shell(`rm -rf ${path}/fill ${path}/full`);
    expect([run.code, live, await answer(server)]).toEqual([0, 'v2', 'version v2']);
    expect((await journal(server, path)).at(-1)).toMatchObject({ outcome: 'committed' });
    // And the other end.
    const failed = await here('v1', { 'after-switch': `${fill}; exit 1` });
    await shell(`rm -rf ${path}/fill ${path}/full`);
    expect([failed.entries, failed.annotations.at(-1)?.message]).toEqual([
      ['hook-failed'],
      expect.stringContaining('The server was restored'),
    ]);
    expect(await answer(server)).toBe('version v2');
    expect((await here('v1', {})).code).toBe(0);
  });
});
