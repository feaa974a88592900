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

const live = async (path = '/opt/app'): Promise<string> =>
  (await shell(`cat ${path}/.deploy-kit/current`)).replace(/^.*Z-[0-9a-f]{4}-/, '');

const becomesLive = (tag: string): Promise<void> =>
  until(`${tag} is live`, 60, async () => (await live()) === tag);

/** Nobody waits, and no program works. */
const atRest = (): Promise<void> =>
  until('no program on the server', 60, async () => {
    const busy = `for file in ${kit}/releases/*/alive ${kit}/releases/*/watched; do [ ! -e "$file" ] || flock -n "$file" true || exit 1; done; [ ! -e ${kit}/transaction ]`;
    return (await server.exec(['sh', '-c', busy])).code === 0;
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
      verified('v2', { 'confirm-within': '6s', soak: '90s' }),
    );
    await becomesLive('v2');
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    await becomesLive('v1');
    await atRest();
    expect(await answer(server)).toBe('version v1');
    const last = (await journal(server)).at(-1);
    expect([last?.kind, last?.outcome, last?.reason]).toEqual([
      'take-back',
      'settled',
      expect.stringMatching(/^No word of its job came within 6 s/),
    ]);
    expect(await shell(`ls -d ${kit}/releases/*-v2/rejected`)).not.toBe('');
  });

  it('stays as long as its job gives signs of life, and for good once verified', async () => {
    const run = await runBundle(
      'deploy-kit',
      verified('v2', { 'confirm-within': '6s', soak: '15s' }),
    );
    expect([run.code, run.state.get('confirm')]).toEqual([0, '']);
    await atRest();
    expect([await live(), await answer(server)]).toEqual(['v2', 'version v2']);
    expect(await shell(`readlink ${kit}/releases/$(cat ${kit}/current)/verdict`)).toBe('confirmed');
  });

  it('is confirmed by the end of its job, unless that comes too late', async () => {
    const main = await deploy('v3', { 'confirm-within': '60s' });
    const end = (state: BundleResult['state']): Promise<BundleResult> =>
      runBundle('deploy-compose', {
        ...options('v3', { 'job-status': 'success' }),
        phase: 'post',
        env: Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
      });
    expect((await end(main.state)).code).toBe(0);
    await atRest();
    expect(await live()).toBe('v3');

    const late = await deploy('v1', { 'confirm-within': '3s' });
    await becomesLive('v3');
    const told = await end(late.state);
    expect([told.code, told.entries]).toEqual([1, ['release-not-confirmed']]);
  });

  it('that another deploy has replaced does not come back when that one goes', async () => {
    await deploy('v1', { 'confirm-within': '4s' });
    const second = await deploy('v2', { 'confirm-within': '8s' });
    expect(second.code).toBe(0);
    await becomesLive('v3');
    await atRest();
    expect(await answer(server)).toBe('version v3');
    expect(await shell(`cat ${kit}/releases/*/output.log | grep -v '^$' | tail -n 5`)).toBe('');
  });
});

it('What stays whatever happens can not be told to go back', async () => {
  const run = await deploy('v1', { 'confirm-within': '5m', 'rollback-on': 'never' });
  expect([run.code, run.entries]).toEqual([1, ['input-invalid']]);
});
