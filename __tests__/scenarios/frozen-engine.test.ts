import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
/** One is struck while it switches, the other before. */
let switching: Server;
let waiting: Server;

beforeAll(async () => {
  stage = await setStage();
  [switching, waiting] = [
    await stage.startServer({ name: 'switching' }),
    await stage.startServer({ name: 'waiting' }),
  ];
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version);
  for (const server of [switching, waiting]) {
    const { code, log } = await deploy(server, 'v1');
    expect([code, log]).toEqual([0, expect.anything()]);
  }
}, 300_000);

afterAll(() => stage.close());

const deploy = (server: Server, version: string): Promise<BundleResult> =>
  runBundle('deploy-compose', deployOptions(stage, server, version));

const freeze = (server: Server): Promise<unknown> => server.exec(['pkill', '-STOP', 'dockerd']);
const thaw = (server: Server): Promise<unknown> => server.exec(['pkill', '-CONT', 'dockerd']);

/** Runs a deploy and freezes the engine once that line is seen. */
async function strike(
  server: Server,
  line: RegExp,
  inputs: Readonly<Record<string, string>>,
): Promise<BundleResult> {
  const run = await startBundle('deploy-compose', deployOptions(stage, server, 'v2', { inputs }));
  await run.sees(line);
  await freeze(server);
  return run.result;
}

describe('An engine that is frozen', () => {
  it('ends a deploy with an entry of its own, a line every quarter of a minute, and is settled once it goes on', async () => {
    const [inSwitch, before] = await Promise.all([
      strike(switching, /Wait until the services are healthy/, { 'stable-for': '20s' }),
      strike(waiting, /Run the hook before-deploy/, { 'before-deploy': 'sleep 3' }),
    ]);
    expect([inSwitch.entries, before.entries]).toEqual([
      ['docker-not-answering'],
      ['docker-not-answering'],
    ]);
    expect(inSwitch.annotations[0]?.message).toContain('What the server runs is not known');
    expect(before.annotations[0]?.message).toContain('The server was not changed');
    expect(inSwitch.log.match(/Still at: Wait until the services are healthy/g)).toHaveLength(5);

    const probed = await deploy(switching, 'v2');
    expect(probed.entries).toEqual(['docker-not-answering']);
    expect(probed.annotations[0]?.message).toContain('`docker');
    expect((await journal(switching)).at(-1)?.outcome).toBe('unknown');

    await Promise.all([thaw(switching), thaw(waiting)]);
    const settled = await deploy(switching, 'v3');
    expect([settled.code, settled.log]).toEqual([
      0,
      expect.stringContaining('what ran before it is restored'),
    ]);
    expect(await answer(switching)).toBe('version v3');
    expect(await answer(waiting)).toBe('version v1');
  }, 300_000);

  it('is told from a login that fails, also through sudo', async () => {
    const sudoer = `useradd --create-home --shell /bin/sh ops && usermod --password '*' ops && cp -r /home/deploy/.ssh /home/ops
      chown -R ops /home/ops/.ssh && echo 'ops ALL=(root) NOPASSWD: /usr/bin/docker' >/etc/sudoers.d/ops`;
    await waiting.exec(['sh', '-c', sudoer]);
    await freeze(waiting);
    const inputs = { host: `ops@${waiting.address}`, path: '/tmp/ops' };
    const probed = await runBundle(
      'deploy-compose',
      deployOptions(stage, waiting, 'v2', { inputs }),
    );
    await thaw(waiting);
    expect(probed.entries).toEqual(['docker-not-answering']);
  });

  it('and goes on in time costs nothing but that time', async () => {
    const run = await startBundle(
      'deploy-compose',
      deployOptions(stage, waiting, 'v2', { inputs: { 'before-switch': 'sleep 3' } }),
    );
    await run.sees(/Run the hook before-switch/);
    await freeze(waiting);
    await run.sees(/Still at: Start the services/);
    await thaw(waiting);
    expect((await run.result).code).toBe(0);
    expect(await answer(waiting)).toBe('version v2');
  });
});
