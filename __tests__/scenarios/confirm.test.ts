import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

const composeFile = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['\${PORT:-8080}:8080']
`;

type Inputs = Readonly<Record<string, string>>;
type Options = Parameters<typeof runBundle>[1];

/** Set by `npm run test:nightly`. */
const whenWhole = process.env.FAULT_TABLE === 'whole' ? it : it.skip;

const kit = '/opt/app/.deploy-kit';

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'confirm' });
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
  expect((await deploy('v1')).code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

const options = (tag: string, inputs: Inputs = {}): Options =>
  deployOptions(stage, server, tag, {
    inputs: { 'stable-for': '1s', ...inputs },
    files: { 'compose.yml': composeFile },
  });

/** A deploy whose job ends before any other step. */
const deploy = (tag: string, inputs: Inputs = {}): Promise<BundleResult> =>
  runBundle('deploy-compose', options(tag, inputs));

const shell = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

const live = async (of = server): Promise<string> =>
  (await of.exec(['cat', `${kit}/current`])).stdout.replace(/^.*Z-[0-9a-f]{4}-/, '');

const becomesLive = (tag: string, of = server): Promise<void> =>
  until(`${tag} is live`, 60, async () => (await live(of)) === tag);

/** Nobody waits, and no program works. */
const atRest = (server: Server): Promise<void> =>
  until('no program on the server', 60, async () => {
    const busy = `for file in ${kit}/releases/*/alive ${kit}/releases/*/watched; do [ ! -e "$file" ] || flock -n "$file" true || exit 1; done; [ ! -e ${kit}/transaction ]`;
    return (await server.exec(['sh', '-c', busy])).code === 0;
  });

/** The end of the job of such a deploy. */
const end = ({ state }: BundleResult, inputs: Inputs = {}): Promise<BundleResult> =>
  runBundle('deploy-compose', {
    ...options('v3', { 'job-status': 'success', ...inputs }),
    phase: 'post',
    env: Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
  });

/** The root action with a verification that takes that long. */
const verified = (tag: string, inputs: Inputs): Options =>
  options(tag, {
    urls: `http://${server.address}:8080/`,
    interval: '500ms',
    ...inputs,
  });

describe('A release that nobody confirms', () => {
  it('goes back by itself once the runner has died, and is never returned to', async () => {
    const run = await startBundle(
      'deploy-kit',
      verified('v2', { 'confirm-within': '4s', soak: '90s' }),
    );
    await becomesLive('v2');
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    await becomesLive('v1');
    await atRest(server);
    expect(await answer(server)).toBe('version v1');
    const last = (await journal(server)).at(-1);
    expect([last?.kind, last?.outcome, last?.reason]).toEqual([
      'take-back',
      'settled',
      expect.stringMatching(/^No word of its job came within 4 s/),
    ]);
    expect(await shell(`ls -d ${kit}/releases/*-v2/rejected`)).not.toBe('');
  });

  it('stays as long as its job gives signs of life, and for good once verified', async () => {
    const run = await runBundle(
      'deploy-kit',
      verified('v2', { 'confirm-within': '4s', soak: '8s' }),
    );
    expect([run.code, run.state.get('confirm')]).toEqual([0, '']);
    await atRest(server);
    expect([await live(), await answer(server)]).toEqual(['v2', 'version v2']);
    expect(await shell(`readlink ${kit}/releases/$(cat ${kit}/current)/verdict`)).toBe('confirmed');
  });

  it('is confirmed by the end of its job, unless that comes too late', async () => {
    const main = await deploy('v3', { 'confirm-within': '60s' });
    expect((await end(main)).code).toBe(0);
    await atRest(server);
    expect(await live()).toBe('v3');

    const late = await deploy('v1', { 'confirm-within': '3s' });
    await becomesLive('v3');
    const told = await end(late);
    expect([told.code, told.entries]).toEqual([1, ['release-not-confirmed']]);
  });

  whenWhole('that another deploy has replaced does not come back when that one goes', async () => {
    await deploy('v1', { 'confirm-within': '4s' });
    const second = await deploy('v2', { 'confirm-within': '8s' });
    expect(second.code).toBe(0);
    await becomesLive('v3');
    await atRest(server);
    expect(await answer(server)).toBe('version v3');
    expect(await shell(`cat ${kit}/releases/*/output.log | grep -v '^$' | tail -n 5`)).toBe('');
  });
});

whenWhole(
  'On several servers a release stays while its job lives, and goes back on all when it has died',
  async () => {
    const second = await stage.startServer({ name: 'confirm-second' });
    // One key logs in everywhere, as for a fleet.
    const { stdout } = await server.exec(['cat', '/home/deploy/.ssh/authorized_keys']);
    await second.exec(['sh', '-c', 'cat >/home/deploy/.ssh/authorized_keys'], { input: stdout });
    const both = {
      hosts: `deploy@${second.address}`,
      'known-hosts': `${server.knownHosts}\n${second.knownHosts}`,
      'confirm-within': '5s',
    };
    // The second one takes longer than that.
    const main = await deploy('v2', { ...both, 'before-deploy': 'sleep 8' });
    expect([main.code, await live(), await live(second)]).toEqual([0, 'v2', 'v2']);
    expect((await end(main, both)).code).toBe(0);

    const run = await startBundle('deploy-kit', verified('v1', { ...both, soak: '90s' }));
    await becomesLive('v1', second);
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    for (const each of [server, second]) {
      await becomesLive('v2', each);
      await atRest(each);
      expect(await answer(each)).toBe('version v2');
    }

    // What can't be reached at the end of the job goes back there, and that is said.
    const last = await deploy('v1', { ...both, 'confirm-within': '20s' });
    const told = await end(last, { ...both, 'known-hosts': server.knownHosts });
    expect([told.code, told.annotations.map(({ title }) => title)]).toEqual([
      0,
      [`${second.address}: the release could not be confirmed`],
    ]);
    await becomesLive('v2', second);
    await atRest(server);
    expect(await live()).toBe('v1');
  },
  300_000,
);

describe('What an interrupted deploy has left', () => {
  const transaction = async (): Promise<string> => shell(`ls -d ${kit}/transaction`);

  /** Nobody settles it: the action has died, too. */
  const interrupt = async (tag: string): Promise<void> => {
    const run = await startBundle('deploy-compose', options(tag, { 'after-switch': 'sleep 61' }));
    await run.sees(/Run the hook after-switch/);
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    await shell(`pkill -9 -f '^sh ${kit}/releases/'; pkill -9 -f '^sleep 61'`);
    expect(await transaction()).not.toBe('');
  };

  it('is only told by those who look, and settled by a verification with access', async () => {
    const former = await live();
    const next = former === 'v1' ? 'v2' : 'v1';
    await interrupt(next);
    const dry = await runBundle('deploy-compose', options(next, { 'dry-run': 'true' }));
    expect([dry.code, dry.log]).toEqual([
      0,
      expect.stringMatching(/begun on .* UTC\) was interrupted/),
    ]);
    expect(await transaction()).not.toBe('');
    const verified = await runBundle('verify-health', {
      ...options(next, { urls: `http://${server.address}:8080/`, interval: '200ms' }),
    });
    expect([
      verified.code,
      verified.annotations[0]?.title,
      verified.annotations[0]?.message,
    ]).toEqual([
      0,
      'An interrupted deploy is settled',
      expect.stringMatching(new RegExp(`settled: .*-${former} is live`)),
    ]);
    expect([await transaction(), await live(), await answer(server)]).toEqual([
      '',
      former,
      `version ${former}`,
    ]);
  });

  whenWhole('is told by preflight, and settled by a rollback', async () => {
    const former = await live();
    await interrupt(former === 'v1' ? 'v2' : 'v1');
    const look = await runBundle(
      'preflight',
      options('v1', { workflows: 'false', 'fail-on': 'never' }),
    );
    expect(look.log).toMatch(/begun on .* UTC\) was interrupted/);
    const dry = await runBundle('rollback', options('v1', { 'dry-run': 'true' }));
    expect([dry.code, dry.log]).toEqual([
      0,
      expect.stringMatching(/begun on .* UTC\) was interrupted/),
    ]);
    expect(await transaction()).not.toBe('');
    const back = await runBundle('rollback', options('v1'));
    expect([back.code, back.annotations[0]?.title]).toEqual([
      0,
      'An interrupted deploy is settled',
    ]);
    expect(await transaction()).toBe('');
    expect(await live()).not.toBe(former);
  });
});

it('What stays whatever happens can not be told to go back', async () => {
  const run = await deploy('v1', { 'confirm-within': '5m', 'rollback-on': 'never' });
  expect([run.code, run.entries]).toEqual([1, ['input-invalid']]);
});
