import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';

/** Jobs that overlap on one server, each with a release that is rejected once its verification is through. */
let stage: Stage;
let server: Server;

type Inputs = Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'rejected' });
  for (const tag of ['v1', 'v2', 'v3', 'v4']) await pushApp(stage, tag);
  await pushApp(stage, 'broken', 'exit');
}, 300_000);

afterAll(() => stage.close());

beforeEach(async () => {
  if ((await live().catch(() => '')) !== 'v1') await deploy('v1', { force: 'true' });
});

const sh = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

const live = async (): Promise<string> =>
  (await sh('cat /opt/app/.deploy-kit/current')).replace(/^.*Z-[0-9a-f]{4}-/, '');

const optionsOf = (tag: string, inputs: Inputs = {}): ReturnType<typeof deployOptions> =>
  deployOptions(stage, server, tag, { inputs: { 'stable-for': '1s', ...inputs } });

const deploy = (tag: string, inputs: Inputs = {}): Promise<BundleResult> =>
  runBundle('deploy-compose', optionsOf(tag, inputs));

/** The end of the job that made a release, whose verification has failed. */
function reject({ state }: BundleResult, inputs: Inputs = {}): Promise<BundleResult> {
  const kept = Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value]));
  return runBundle('deploy-compose', {
    ...optionsOf('v1', { 'job-status': 'failure', ...inputs }),
    phase: 'post',
    env: { ...kept, DEPLOY_KIT_REJECTED: state.get('release') ?? '' },
  });
}

async function expectLive(tag: string): Promise<void> {
  expect([await live(), await answer(server)]).toEqual([tag, `version ${tag}`]);
  expect((await journal(server)).at(-1)?.live).toMatch(new RegExp(`-${tag}$`));
}

const fewest = { 'keep-releases': '2' };

describe('A release that was rejected while another one was live', () => {
  it('is passed over, however many there are', async () => {
    const [two, three, four] = [await deploy('v2'), await deploy('v3'), await deploy('v4')];
    await reject(three);
    await reject(two);
    await expectLive('v4');
    const end = await reject(four);
    expect(end.entries).toEqual(['release-rejected']);
    await expectLive('v1');
  });

  it('is kept as long as it may be passed over, however few are kept', async () => {
    const two = await deploy('v2', fewest);
    const three = await deploy('v3', fewest);
    await reject(two);
    const four = await deploy('v4', fewest);
    await reject(three);
    const end = await reject(four);
    expect(end.entries).toEqual(['release-rejected']);
    await expectLive('v1');
  });

  it('is remembered also when it is not kept any more', async () => {
    const [two, three, four] = [
      await deploy('v2', fewest),
      await deploy('v3', fewest),
      await deploy('v4', fewest),
    ];
    await reject(two);
    await reject(three);
    const end = await reject(four);
    expect(end.entries).toEqual(['former-release-rejected']);
    await expectLive('v2');
  });

  it('is left out by a rollback to what ran before', async () => {
    const two = await deploy('v2');
    await deploy('v3');
    await reject(two);
    const { inputs } = optionsOf('v1');
    const login = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
    );
    const back = await runBundle('rollback', { inputs: login });
    expect([back.code, await answer(server)]).toEqual([0, 'version v1']);
  });

  it('and has nothing before it any more is said to run, with what is nearest', async () => {
    const [two, three] = [await deploy('v2'), await deploy('v3')];
    await reject(two);
    await sh('rm -r /opt/app/.deploy-kit/releases/*-v2/before');
    const end = await reject(three);
    expect(end.entries).toEqual(['former-release-rejected']);
    expect(end.annotations.at(-1)?.message).toMatch(/roll back with `to: \S+-v1`/);
    await expectLive('v2');
  });
});

describe('A release that is rejected', () => {
  it('while the next one is switched is not what the next one goes back to', async () => {
    const two = await deploy('v2');
    const three = await startBundle(
      'deploy-compose',
      optionsOf('v3', { 'after-switch': 'sleep 4; exit 1' }),
    );
    await three.sees(/Run the hook after-switch/);
    const [end, failed] = await Promise.all([reject(two), three.result]);
    expect(failed.annotations.at(-1)?.message).toMatch(/it runs \S+-v1/);
    expect(end.entries).toEqual(['release-rejected']);
    await expectLive('v1');
  });

  it('and that nobody has come to take back is left by whoever comes next', async () => {
    const two = await deploy('v2');
    // As a take-back leaves it that was ended right after its first step.
    await sh(`touch /opt/app/.deploy-kit/releases/${two.state.get('release') ?? ''}/rejected`);
    const next = await deploy('broken');
    expect(next.annotations.at(-1)?.message).toMatch(/it runs \S+-v1/);
    await expectLive('v1');
  });

  it('is deployed anew by a job that wants the same', async () => {
    const two = await deploy('v2');
    await sh(`touch /opt/app/.deploy-kit/releases/${two.state.get('release') ?? ''}/rejected`);
    const again = await deploy('v2');
    expect(again.outputs.get('changed')).toBe('true');
    await reject(two);
    await expectLive('v2');
  });
});
