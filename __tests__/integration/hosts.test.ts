import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { must } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, journal, pushApp } from '../support/deploys.js';
import { sshAway } from '../support/ssh-away.js';
import {
  runBundle,
  startBundle,
  type BundleOptions,
  type BundleResult,
} from '../support/run-bundle.js';

let stage: Stage;
let servers: readonly Server[];

beforeAll(async () => {
  stage = await setStage();
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version);
  const [first, ...others] = await Promise.all(
    ['one', 'two', 'three'].map((name) => stage.startServer({ name: `host-${name}` })),
  );
  if (first === undefined) throw new Error('no server');
  // One key logs in everywhere, as for a fleet.
  const { stdout } = await first.exec(['cat', '/home/deploy/.ssh/authorized_keys']);
  for (const other of others)
    await other.exec(['sh', '-c', 'cat >/home/deploy/.ssh/authorized_keys'], { input: stdout });
  servers = [first, ...others];
}, 300_000);

afterAll(() => stage.close());

const addressOf = (server: Server | undefined): string => `deploy@${server?.address ?? ''}`;

function options(version: string, more: Readonly<Record<string, string>> = {}): BundleOptions {
  const [first] = servers;
  if (first === undefined) throw new Error('no server');
  return deployOptions(stage, first, version, {
    inputs: {
      'known-hosts': servers.map(({ knownHosts }) => knownHosts).join('\n'),
      hosts: servers.slice(1).map(addressOf).join('\n'),
      ...more,
    },
  });
}

const deploy = (
  version: string,
  more: Readonly<Record<string, string>> = {},
): Promise<BundleResult> => runBundle('deploy-compose', options(version, more));

const answers = (): Promise<readonly string[]> =>
  Promise.all(servers.map((server) => answer(server)));

describe('A deploy to several servers', () => {
  it('goes to the first alone, which migrates, and then to the others', async () => {
    const run = await deploy('v1', { 'migration-command': 'echo migrated' });
    expect(run.log).toMatch(/is live on/);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
    expect(run.log.match(/migration \| migrated/g)).toHaveLength(1);
    const at = (words: string): number => run.log.indexOf(words);
    const [one, two] = servers.map(({ address }) => address);
    expect(at(`[${two ?? ''}] Look at`)).toBeGreaterThan(
      at(`[${one ?? ''}] Compare the running images`),
    );
    for (const { address } of servers)
      expect(run.summary).toMatch(new RegExp(`\\| ${address} \\| live \\| \\S+-v1 \\|`));
  });

  it('stops at the first batch that fails, and restores every server that was switched', async () => {
    const [, second] = servers;
    await second?.exec([
      'sh',
      '-c',
      'chown root /opt/app/.deploy-kit /opt/app && chmod 755 /opt/app',
    ]);
    const run = await deploy('v2', { 'max-parallel': '1' });
    await second?.exec(['chown', 'deploy', '/opt/app/.deploy-kit', '/opt/app']);
    expect(run.code).toBe(1);
    const [error] = run.annotations;
    expect(run.entries).toEqual(['hosts-failed']);
    expect(error?.title).toBe(`The deploy failed on ${second?.address ?? ''}, of 3 servers`);
    expect(error?.message).toContain('The server was restored');
    const [one, two, three] = servers.map(({ address }) => address);
    expect(run.summary).toMatch(new RegExp(`\\| ${one ?? ''} \\| restored`));
    expect(run.summary).toMatch(new RegExp(`\\| ${two ?? ''} \\| failed`));
    expect(run.summary).toMatch(new RegExp(`\\| ${three ?? ''} \\| not tried`));
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
    const [first, , third] = await Promise.all(servers.map((server) => journal(server)));
    expect(first?.map(({ kind }) => kind)).toEqual(['deploy', 'deploy', 'take-back']);
    expect(third).toHaveLength(1);
  });

  it('is taken back everywhere when a later step fails', async () => {
    const run = await deploy('v3');
    expect(await answers()).toEqual(['version v3', 'version v3', 'version v3']);
    const given = options('v3', { 'rollback-on': 'job-failure', 'job-status': 'failure' });
    const state = Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value]));
    const post = await runBundle('deploy-compose', { ...given, phase: 'post', env: state });
    expect(post.annotations[0]?.title).toMatch(/was taken back$/);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
  });
});

describe('A deploy to several servers that is cancelled', () => {
  it('leaves none with the release: not the one that has it, not the one that is at work', async () => {
    const [first, second, third] = servers;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('no servers');
    const run = await startBundle(
      'deploy-compose',
      options('v3', { 'max-parallel': '1', 'after-switch': 'sleep 5' }),
    );
    await run.sees(new RegExp(`\\[${second.address}\\] Run the hook after-switch`));
    process.kill(run.pid, 'SIGINT');
    const { state } = await run.result;
    const env = Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value]));
    const post = await runBundle('deploy-compose', {
      ...options('v3', { 'job-status': 'cancelled' }),
      phase: 'post',
      env,
    });
    expect(post.entries).toEqual(['release-rejected']);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
    expect((await journal(first)).at(-1)?.kind).toBe('take-back');
    const own = (await journal(second)).filter(({ version }) => version === 'v3').at(-1);
    expect(own).toMatchObject({ kind: 'deploy', outcome: 'restored' });
    const { stdout } = await third.exec(['ls', '/opt/app/.deploy-kit/releases']);
    expect(stdout).not.toContain(state.get('release') ?? '');
  });
});

/** The `post` step of a deploy that has ended so. */
const post = (
  { state }: BundleResult,
  version: string,
  more: Readonly<Record<string, string>>,
): Promise<BundleResult> =>
  runBundle('deploy-compose', {
    ...options(version, { 'job-status': 'failure', ...more }),
    phase: 'post',
    env: Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
  });

/** A deploy of which the third server's part fails a while after it has begun; the others have the release by then. */
async function failsOnTheThird(
  version: string,
  meanwhile: () => Promise<void>,
): Promise<BundleResult> {
  const [, , third] = servers;
  await third?.exec(['touch', '/tmp/fails']);
  const hook = '[ ! -e /tmp/fails ] || { sleep 4; exit 1; }';
  const given = options(version, { 'max-parallel': '1', 'before-deploy': hook });
  const run = await startBundle('deploy-compose', given);
  await run.sees(new RegExp(`\\[${third?.address ?? ''}\\] Run the hook before-deploy`));
  await meanwhile();
  const result = await run.result;
  await third?.exec(['rm', '/tmp/fails']);
  return result;
}

describe('An SSH server that is away for a few seconds', () => {
  const former = ['version v1', 'version v1', 'version v1'];

  it('while the others are restored is waited for', async () => {
    const [first, second] = servers;
    const run = await failsOnTheThird('v3', async () => {
      if (first && second) await Promise.all([sshAway(first, 9), sshAway(second, 9)]);
    });
    expect(run.entries).toEqual(['hosts-failed']);
    expect(run.annotations[0]?.message).toContain('The server was restored');
    expect(await answers()).toEqual(former);
  });

  it('while `post` runs is waited for', async () => {
    const [first] = servers;
    const run = await deploy('v3');
    if (first) await sshAway(first, 6);
    const end = await post(run, 'v3', { 'rollback-on': 'job-failure' });
    expect(end.entries).toEqual(['release-rejected']);
    expect(await answers()).toEqual(former);
  });
});

describe('What `main` could not restore on each server', () => {
  const owned = (user: string): Promise<unknown> | undefined =>
    servers[1]?.exec(['chown', user, '/opt/app/.deploy-kit/releases']);

  it('`post` restores, by the facts of each, whatever `rollback-on` says', async () => {
    const run = await failsOnTheThird('v3', async () => {
      await owned('root');
    });
    expect(run.entries).toEqual(['hosts-failed']);
    expect(run.annotations[0]?.message).toContain(`not restored: ${servers[1]?.address ?? ''}`);
    const [one = '', two = '', three = ''] = servers.map(({ address }) => address);

    const inVain = await post(run, 'v3', { 'rollback-on': 'never' });
    expect(inVain.entries).toEqual(['hosts-not-restored']);
    expect(inVain.annotations[0]?.title).toContain(`was not restored on ${two}, of 3 servers`);
    expect(await answers()).toEqual(['version v1', 'version v3', 'version v1']);

    await owned('deploy');
    const end = await post(run, 'v3', { 'rollback-on': 'never' });
    expect(end.entries).toEqual(['release-rejected']);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
    expect(end.summary).toMatch(new RegExp(`\\| ${two} \\| restored \\| \\S+-v1 \\|`));
    for (const host of [one, three])
      expect(end.summary).toContain(`| ${host} | unchanged | the release is not live there |`);
  });
});

describe('A rollback on several servers', () => {
  it('goes where it leads on the first, or changes none', async () => {
    await deploy('v2');
    const [, , third] = servers;
    const { inputs } = options('');
    const login = Object.fromEntries(
      ['host', 'hosts', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
    );
    const back = await runBundle('rollback', { inputs: login });
    expect(back.log).toMatch(/is live on/);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
    for (const { address } of servers)
      expect(back.summary).toMatch(new RegExp(`\\| ${address} \\| live \\| \\S+-v1 \\|`));
    // One that lacks the release is found before anything changes anywhere.
    await third?.exec(['sh', '-c', 'rm -rf /opt/app/.deploy-kit/releases/*-v2']);
    const impossible = await runBundle('rollback', { inputs: login });
    expect(impossible.annotations[0]?.message).toContain('The server was not changed');
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
  });
});

describe('The whole chain for several servers', () => {
  it('takes the release back on each of them when it is not what it should be', async () => {
    const given = options('v3', {
      urls: servers.map(({ address }) => `http://${address}:8080/`).join('\n'),
      'expect-body': 'version v1',
      'verify-timeout': '4s',
      'github-token': '',
    });
    const run = await runBundle('deploy-kit', given);
    expect(run.annotations[0]?.title).toMatch(/was taken back$/);
    expect(await answers()).toEqual(['version v1', 'version v1', 'version v1']);
  });
});

describe('The whole chain on servers of which some have the release', () => {
  it('takes it back only where this run has put it', async () => {
    const [first, second] = servers;
    // One of them gets ahead of the others.
    await deploy('v2', { hosts: '' });
    const given = options('v2', {
      urls: `http://${second?.address ?? ''}:8080/`,
      'expect-body': 'version v1',
      'verify-timeout': '3s',
      'github-token': '',
    });
    const run = await runBundle('deploy-kit', given);
    expect(run.code).toBe(1);
    expect(await answers()).toEqual(['version v2', 'version v1', 'version v1']);
    await deploy('v1');
    expect(first && (await answer(first))).toBe('version v1');
  });
});

describe('Logging in', () => {
  it('through a jump host, whose key is verified too', async () => {
    const [jump, behind] = servers;
    const alone = { hosts: '', host: addressOf(behind), 'jump-host': addressOf(jump) };
    const run = await deploy('v2', alone);
    expect(run.log).toMatch(/is live on/);
    expect(behind && (await answer(behind))).toBe('version v2');
    const [, second] = servers;
    const unverified = await deploy('v1', { ...alone, 'known-hosts': second?.knownHosts ?? '' });
    expect(unverified.annotations[0]?.title).toBe(
      `The host key of ${jump?.address ?? ''} is not the expected one`,
    );
    const dead = await deploy('v1', { ...alone, host: 'deploy@127.0.0.1:9' });
    expect(dead.annotations[0]?.title).toBe('No SSH connection to 127.0.0.1:9');
    expect(dead.annotations[0]?.message).toContain(`${jump?.address ?? ''} does not lead there`);
  });

  it('with an agent, where there is no key', async () => {
    const [first] = servers;
    const key = join(mkdtempSync(join(tmpdir(), 'deploy-kit-agent-')), 'key');
    writeFileSync(key, first?.privateKey ?? '', { mode: 0o600 });
    const started = await must('ssh-agent', ['-s']);
    const [, socket = ''] = /SSH_AUTH_SOCK=([^;]+)/.exec(started) ?? [];
    const [, pid = ''] = /SSH_AGENT_PID=(\d+)/.exec(started) ?? [];
    try {
      const env = { SSH_AUTH_SOCK: socket };
      await must('ssh-add', ['-q', key], { env: { ...process.env, ...env } });
      const given = options('v2', { hosts: '', 'ssh-key': '' });
      const run = await runBundle('deploy-compose', { ...given, env });
      expect(run.log).toMatch(/is live on/);
      const without = await runBundle('deploy-compose', given);
      expect(without.entries).toEqual(['ssh-key-missing']);
    } finally {
      process.kill(Number(pid));
    }
  });
});

describe('Variables that only the servers have', () => {
  it('are those of each server', async () => {
    for (const [index, server] of servers.entries()) {
      const folder = `data-${index}`;
      const own = `cd /opt/app && mkdir -p ${folder} && echo ${folder} >${folder}/name && echo DATA=./${folder} >>.env`;
      await server.exec(['su', 'deploy', '-c', own]);
    }
    const given = options('v3', { 'stable-for': '1s' });
    const compose = `${composeFile}    volumes: ['\${DATA:?}:/data:ro']\n`;
    const run = await runBundle('deploy-compose', { ...given, files: { 'compose.yml': compose } });
    expect(run.entries).toEqual([]);
    const seen = await Promise.all(
      servers.map(async (server) => {
        const read = 'cd /opt/app && docker compose exec -T web cat /data/name';
        return (await server.exec(['sh', '-c', read])).stdout.trim();
      }),
    );
    expect(seen).toEqual(['data-0', 'data-1', 'data-2']);
  });
});
