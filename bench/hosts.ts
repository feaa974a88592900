import { deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { runBundle } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import type { Stage } from '../playground/stage.js';
import { alternate, figure, timed, type Figure } from './measure.js';

const most = 16;
const rounds = 3;

/** One release on 4 and on 16 servers, against one; all of them share this machine's processors. */
export async function manyHosts(stage: Stage): Promise<readonly Figure[]> {
  const tags = ['fleet-a', 'fleet-b'];
  for (const tag of tags) await pushApp(stage, tag);
  const servers: Server[] = [];
  for (let index = 0; index < most; index++)
    servers.push(await stage.startServer({ name: `fleet-${index}` }));
  const [first] = servers;
  if (first === undefined) throw new Error('no server');
  // One key logs in everywhere, as for a fleet.
  const keys = await first.exec(['cat', '/home/deploy/.ssh/authorized_keys']);
  for (const server of servers)
    await server.exec(['sh', '-c', 'cat >/home/deploy/.ssh/authorized_keys'], {
      input: keys.stdout,
    });
  let release = 0;
  const deployTo = async (count: number): Promise<void> => {
    const fleet = servers.slice(0, count);
    const { code, log } = await runBundle(
      'deploy-compose',
      deployOptions(stage, first, tags[release++ % 2] ?? '', {
        inputs: {
          'known-hosts': fleet.map(({ knownHosts }) => knownHosts).join('\n'),
          hosts: fleet
            .slice(1)
            .map(({ address }) => `deploy@${address}`)
            .join('\n'),
          'max-parallel': String(most),
          force: 'true',
        },
      }),
    );
    if (code !== 0) throw new Error(log);
  };
  await deployTo(most);
  const [one = 0, four = 0, sixteen = 0] = await alternate(
    rounds,
    [1, 4, most].map((count) => () => timed(() => deployTo(count))),
  );
  await Promise.all(servers.map((server) => server.remove()));
  return [
    figure('a deploy to 4 servers, against one', 's', four, one, 4),
    figure(`a deploy to ${most} servers, against one`, 's', sixteen, one, most),
  ];
}
