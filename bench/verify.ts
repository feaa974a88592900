import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { runBundle } from '../__tests__/support/run-bundle.js';
import { must } from '../playground/machine/run.js';
import { alternate, figure, timed, type Figure } from './measure.js';

const targets = 50;
const looks = 40;

/**
 * Looks per second of one verify-health with fifty targets, against as many curls, fifty at a time; and what
 * one look costs a job, against one curl.
 */
export async function verification(): Promise<readonly Figure[]> {
  const site = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address() as AddressInfo;
  const urls = Array.from({ length: targets }, (_, index) => `http://127.0.0.1:${port}/${index}`);
  const verify = async (list: readonly string[], successes: number): Promise<void> => {
    const { code, log } = await runBundle('verify-health', {
      inputs: { urls: list.join('\n'), successes: String(successes), interval: '1ms' },
    });
    if (code !== 0) throw new Error(log);
  };
  const curls = (count: number): Promise<string> =>
    must('xargs', ['-P', '50', '-n', '1', 'curl', '-sSf', '-o', '/dev/null'], {
      input: Array.from({ length: count }, () => `${urls[0] ?? ''}\n`).join(''),
    });
  const [ours = 0, theirs = 0, one = 0, curl = 0] = await alternate(5, [
    () => timed(() => verify(urls, looks)),
    () => timed(() => curls(targets * looks)),
    () => timed(() => verify(urls.slice(0, 1), 1)),
    () => timed(() => curls(1)),
  ]);
  site.close();
  const count = targets * looks;
  return [
    figure(`${count} looks at ${targets} targets, against ${count} curls`, 's', ours, theirs, 1),
    figure('one look, the start of the action included, against curl', 's', one, curl, 12),
  ];
}
