import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeFile, deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { runBundle } from '../__tests__/support/run-bundle.js';
import { startProxy, type SlowProxy } from '../playground/hosts/slow-proxy.js';
import type { Server } from '../playground/hosts/server.js';
import { must } from '../playground/machine/run.js';
import type { Stage } from '../playground/stage.js';
import { alternate, figure, timed, type Figure } from './measure.js';

const rounds = 6;

/**
 * A deploy of a changed image, against what a person types: the pull and `up -d --wait` over one SSH
 * connection, and the same after an scp (two connections). Same host, same images, in turn.
 */
export async function deploys(stage: Stage, server: Server): Promise<readonly Figure[]> {
  const tags = ['bench-a', 'bench-b'];
  for (const tag of tags) await pushApp(stage, tag);
  await prepareByHand(stage, server);
  const figures: Figure[] = [];
  for (const delayMs of [0, 25]) {
    const proxy = await startProxy({ target: `${server.address}:22`, delayMs });
    const hand = handDeploy(server, proxy.port);
    const [ours = 0, bare = 0, twice = 0] = await alternate(rounds, [
      (round) => timed(() => ourDeploy(stage, server, proxy.port, tags[round % 2] ?? '')),
      // One after the other in the same folder: each finds the other's image there.
      () => timed(() => hand.once(tags[0] ?? '')),
      () => timed(() => hand.afterCopy(tags[1] ?? '')),
    ]);
    const at = `at ${2 * delayMs} ms round trip`;
    figures.push(
      figure(`deploy-compose ${at}, against ssh 'pull && up -d --wait'`, 's', ours, bare, 1.15),
      figure(
        `deploy-compose ${at}, against scp, then ssh`,
        's',
        ours,
        twice,
        delayMs === 0 ? 1.15 : 1,
      ),
    );
    proxy.close();
  }
  return [...figures, ...(await roundTrips(stage, server, tags))];
}

/** How often a deploy waits for the line, against scp and ssh. */
async function roundTrips(
  stage: Stage,
  server: Server,
  [first = '', second = '']: readonly string[],
): Promise<readonly Figure[]> {
  // A line with some length, on which what belongs together arrives together.
  const count = async (work: (port: number) => Promise<unknown>): Promise<SlowProxy['counts']> => {
    const proxy = await startProxy({ target: `${server.address}:22`, delayMs: 25 });
    await work(proxy.port);
    proxy.close();
    return proxy.counts;
  };
  await count((port) => ourDeploy(stage, server, port, second));
  const ours = await count((port) => ourDeploy(stage, server, port, first));
  const same = await count((port) => ourDeploy(stage, server, port, first));
  const hand = await count((port) => handDeploy(server, port).afterCopy(first));
  const against = 'against scp, then ssh';
  return [
    figure(`connections of a deploy, ${against}`, '', ours.connections, hand.connections, 0.5),
    figure(`round trips of a deploy, ${against}`, '', ours.roundTrips, hand.roundTrips, 1),
    figure(
      `round trips of a deploy of what is live already, ${against}`,
      '',
      same.roundTrips,
      hand.roundTrips,
      1,
    ),
  ];
}

async function ourDeploy(stage: Stage, server: Server, port: number, tag: string): Promise<void> {
  const inputs = {
    host: `deploy@127.0.0.1:${port}`,
    'known-hosts': '',
    'host-fingerprint': server.fingerprint,
  };
  const { code, log } = await runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, { inputs }),
  );
  if (code !== 0) throw new Error(log);
}

/** The same project in a folder and on a port of its own, logged in to the registry once. */
async function prepareByHand({ registry }: Stage, server: Server): Promise<void> {
  await server.exec(['sh', '-c', 'cat >/opt/staging/compose.yml'], {
    input: composeFile.replace('8080:8080', '8081:8080'),
  });
  await server.exec(['sh', '-c', 'cat >/opt/staging/.env'], {
    input: `IMAGE=${registry.host}/acme/api\n`,
  });
  await server.exec(['chown', '-R', 'deploy', '/opt/staging']);
  const login = [
    'sudo',
    '-u',
    'deploy',
    'docker',
    'login',
    '--username',
    registry.username,
    '--password-stdin',
    registry.host,
  ];
  await server.exec(login, { input: registry.password });
}

function handDeploy(
  server: Server,
  port: number,
): { once(tag: string): Promise<string>; afterCopy(tag: string): Promise<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-bench-'));
  const [key, known, compose] = ['key', 'known_hosts', 'compose.yml'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(key, server.privateKey, { mode: 0o600 });
  writeFileSync(known, server.knownHosts.replace(server.address, `[127.0.0.1]:${port}`) + '\n');
  writeFileSync(compose, composeFile.replace('8080:8080', '8081:8080'));
  const options = ['-i', key, '-o', `UserKnownHostsFile=${known}`, '-o', 'BatchMode=yes'];
  const once = (tag: string): Promise<string> => {
    const command = `cd /opt/staging && export IMAGE_TAG=${tag} && docker compose pull -q && docker compose up -d --wait`;
    return must('ssh', [...options, '-p', String(port), 'deploy@127.0.0.1', command]);
  };
  return {
    once,
    async afterCopy(tag) {
      await must('scp', [
        ...options,
        '-P',
        String(port),
        compose,
        'deploy@127.0.0.1:/opt/staging/compose.yml',
      ]);
      return once(tag);
    },
  };
}
