import { expect, it } from '@jest/globals';
import { watchedOn, withSignsOfLife } from '../../../src/server/signs-of-life.js';
import { ConnectionLost } from '../../../src/ssh/host.js';
import { ServerConnection } from '../../../src/ssh/server-connection.js';
import { virtualClock } from '../../support/virtual-clock.js';

/** How many signs a server has got in so many seconds, of which every third connection is lost. */
async function signsIn(seconds: number, confirmWithin: string): Promise<number> {
  const clock = virtualClock();
  let signs = 0;
  const server = new ServerConnection(
    { host: 'web-1', user: 'deploy', port: 22 },
    () =>
      Promise.resolve({
        name: 'web-1',
        run: () => {
          signs += 1;
          return signs % 3 === 0
            ? Promise.reject(new ConnectionLost('gone'))
            : Promise.resolve({ code: 0, stdout: `${confirmWithin}end=yes\n`, stderr: '' });
        },
        close: () => undefined,
      }),
    { ...clock, say: () => undefined },
  );
  await withSignsOfLife(clock, (watch) => {
    watchedOn([server], '/opt/app', ['r1']).forEach(watch);
    return clock.sleep(seconds);
  });
  return signs;
}

it('Signs of life come several times in the time that is waited for one, at least once a minute', async () => {
  expect(await signsIn(119, 'confirm-within=900\n')).toBe(2);
  expect(await signsIn(39, 'confirm-within=40\n')).toBe(5);
  expect(await signsIn(119, '')).toBe(1);
});
