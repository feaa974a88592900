import { deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { runBundle } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import { startProxy } from '../playground/hosts/slow-proxy.js';
import type { Stage } from '../playground/stage.js';
import { alternate, figure, timed, type Figure } from './measure.js';

/** A whole look at a server at 50 ms round trip, against the deploy that it comes before. */
export async function preflights(stage: Stage, server: Server): Promise<readonly Figure[]> {
  const tags = ['look-a', 'look-b'];
  for (const tag of tags) await pushApp(stage, tag);
  const proxy = await startProxy({ target: `${server.address}:22`, delayMs: 25 });
  const run = async (name: string, tag: string, more: Record<string, string>): Promise<void> => {
    const inputs = {
      host: `deploy@127.0.0.1:${proxy.port}`,
      'known-hosts': '',
      'host-fingerprint': server.fingerprint,
      ...more,
    };
    const { code, log } = await runBundle(name, deployOptions(stage, server, tag, { inputs }));
    if (code !== 0) throw new Error(log);
  };
  const [look = 0, deploy = 0] = await alternate(5, [
    (round) =>
      timed(() => run('preflight', tags[round % 2] ?? '', { 'registry-plain-http': 'true' })),
    (round) => timed(() => run('deploy-compose', tags[round % 2] ?? '', {})),
  ]);
  proxy.close();
  return [
    figure('preflight at 50 ms round trip, against the deploy after it', 's', look, deploy, 1),
  ];
}
