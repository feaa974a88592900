import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, listing, pushApp } from '../support/deploys.js';
import { runBundle, startBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
let live = 'v1';

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'killed' });
  await pushApp(stage, 'v1');
  await pushApp(stage, 'v2');
  await pushApp(stage, 'broken', 'exit');
  await pushApp(stage, 'sick', 'unhealthy');
  expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v1'))).code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

/** Waits until no program works on the server and reads what is live by its own record. */
async function settled(): Promise<string> {
  await until('the program on the server', 60, async () => {
    const busy = await server.exec([
      'sh',
      '-c',
      'flock -n /opt/app/.deploy-kit/lock true && [ ! -e /opt/app/.deploy-kit/transaction ]',
    ]);
    return busy.code === 0;
  });
  return (await server.exec(['cat', '/opt/app/.deploy-kit/current'])).stdout.replace(
    /^.*Z-[0-9a-f]{4}-/,
    '',
  );
}

describe('A deploy whose action is ended with SIGKILL', () => {
  // From the first packet to the end of the switch, which takes a little over two seconds here.
  const moments = [100, 300, 500, 650, 800, 950, 1100, 1300, 1500, 1700, 1900, 2100];

  it.each(moments)('after %i ms leaves the server committed or restored', async (milliseconds) => {
    const next = moments.indexOf(milliseconds) % 3 === 1 ? 'broken' : live === 'v1' ? 'v2' : 'v1';
    const run = await startBundle('deploy-compose', deployOptions(stage, server, next));
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    process.kill(run.pid, 'SIGKILL');
    await run.result;

    const now = await settled();
    expect([live, next]).toContain(now);
    expect(now).not.toBe('broken');
    expect(await answer(server)).toBe(`version ${now}`);
    expect((await server.exec(['cat', '/opt/app/.env'])).stdout).toContain(`IMAGE_TAG=${now}\n`);
    expect((await journal(server)).at(-1)?.live).toMatch(new RegExp(`-${now}$`));
    live = now;
  });

  it('is followed by a deploy that succeeds and leaves nothing behind', async () => {
    const next = live === 'v1' ? 'v2' : 'v1';
    expect((await runBundle('deploy-compose', deployOptions(stage, server, next))).code).toBe(0);
    expect(await answer(server)).toBe(`version ${next}`);
    const left = await listing(server, '/opt/app/.deploy-kit');
    expect(left).not.toMatch(/docker\/config\.json|transaction|env\.base/);
    live = next;
  });
});

describe('A program that is ended on the server', () => {
  it('is noticed, and what ran before is restored', async () => {
    const run = await startBundle(
      'deploy-compose',
      deployOptions(stage, server, live === 'v1' ? 'v2' : 'v1'),
    );
    await run.sees(/Start the services/);
    await server.exec(['pkill', '-9', '-f', '^sh /opt/app/.deploy-kit/releases/']);
    const { annotations, code, entries } = await run.result;
    expect(code).toBe(1);
    expect(entries).toEqual(['program-ended-early']);
    expect(annotations.find(({ level }) => level === 'error')?.message).toMatch(
      /The server was restored/,
    );
    expect(await settled()).toBe(live);
    expect(await answer(server)).toBe(`version ${live}`);
  });
});

describe('A server that goes away', () => {
  it('for a moment, without a word, is followed to the end of the deploy', async () => {
    const next = live === 'v1' ? 'v2' : 'v1';
    const run = await startBundle('deploy-compose', deployOptions(stage, server, next));
    await run.sees(/Start the services/);
    await server.cutOff();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await server.restore();
    expect((await run.result).code).toBe(0);
    expect(await answer(server)).toBe(`version ${next}`);
    live = next;
  });

  it('by a power cut in the middle of the switch is settled by the next deploy', async () => {
    const run = await startBundle('deploy-compose', deployOptions(stage, server, 'sick'));
    // Not while containers are made: the engine may then boot with a port that nobody holds and nobody
    // can have (docs/reliability.md), which no deploy can mend.
    await run.sees(/Wait until the services are healthy/);
    await server.powerCut();
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    await server.start();
    const next = await runBundle('deploy-compose', deployOptions(stage, server, live));
    expect([next.code, next.log]).toEqual([
      0,
      expect.stringContaining('did not finish; what ran before it is restored'),
    ]);
    expect(await settled()).toBe(live);
    expect(await answer(server)).toBe(`version ${live}`);
  });

  it('by a reboot comes back with the release that was live', async () => {
    await server.reboot();
    await until('the app', 30, () =>
      answer(server).then(
        (text) => text === `version ${live}`,
        () => false,
      ),
    );
  });
});
