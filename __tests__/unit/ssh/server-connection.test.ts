import { describe, expect, it } from '@jest/globals';
import { failure, type DeployKitError } from '../../../src/errors/index.js';
import {
  CommandTimedOut,
  ConnectionLost,
  NotBegun,
  type ExecResult,
  type Host,
} from '../../../src/ssh/host.js';
import { ServerConnection } from '../../../src/ssh/server-connection.js';
import { virtualClock } from '../../support/virtual-clock.js';

const refused = (): DeployKitError =>
  failure(
    'ssh-unreachable',
    { host: 'web-1', port: 22, message: 'connect ECONNREFUSED 192.0.2.1:22.' },
    { cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }) },
  );
const unanswered = (): DeployKitError =>
  failure('ssh-unreachable', { host: 'web-1', port: 22, message: 'No answer within 20 s.' });
const otherKey = (): DeployKitError =>
  failure('ssh-host-key-mismatch', { host: 'web-1', fingerprint: 'a', expected: 'b', command: '' });

const host = (run: Host['run']): Host => ({ name: 'web-1', run, close: () => undefined });
const fine = host(() => Promise.resolve({ code: 0, stdout: '', stderr: '' }));
const look = (on: Host): Promise<ExecResult> => on.run('', [], { timeoutSeconds: 1 });

/** A server of which each attempt to connect gives the next of these, the last one for ever. */
function server(
  attempts: readonly (Host | (() => Error))[],
  wasReached: boolean,
): { readonly connection: ServerConnection; readonly seconds: () => number; tried: () => number } {
  const clock = virtualClock();
  let tried = 0;
  const connection = new ServerConnection(
    { host: 'web-1', user: 'deploy', port: 22 },
    () => {
      const next = attempts[Math.min(tried, attempts.length - 1)];
      tried += 1;
      return typeof next === 'function'
        ? Promise.reject(next())
        : Promise.resolve(next as unknown as Host);
    },
    { ...clock, say: () => undefined },
    wasReached,
  );
  return { connection, seconds: () => clock.now().getTime() / 1000, tried: () => tried };
}

describe('A server that is there', () => {
  it.each([
    ['a refused port that opens', [refused, refused, fine], false],
    ['a server that was there before, whatever it says', [unanswered, refused, fine], true],
  ] as const)('after a while is waited for: %s', async (_, attempts, wasReached) => {
    const { connection, seconds } = server(attempts, wasReached);
    await connection.whileReachable(look);
    expect(seconds()).toBe(4);
  });

  it.each([
    ['for 30 s at its first contact, while its port refuses', refused, false, 30],
    ['for 300 s where it was reached before', refused, true, 300],
    ['not at all at its first contact, where nobody answers', unanswered, false, 0],
    ['not at all with another host key', otherKey, true, 0],
  ] as const)('never is waited for %s', async (_, error, wasReached, limit) => {
    const { connection, seconds } = server([error], wasReached);
    await expect(connection.whileReachable(look)).rejects.toMatchObject({ title: error().title });
    expect(seconds()).toBe(limit);
  });

  it('once given up is not waited for as long again', async () => {
    const { connection, seconds } = server([unanswered], true);
    await expect(connection.whileReachable(look)).rejects.toThrow();
    await expect(connection.whileReachable(look)).rejects.toThrow();
    expect(seconds()).toBe(300);
  });

  it('was reached once it has answered in this job', async () => {
    const { connection, seconds } = server([fine, unanswered, unanswered, fine], false);
    await connection.whileReachable(look);
    connection.drop();
    await connection.whileReachable(look);
    expect(seconds()).toBe(4);
  });
});

describe('A connection that ends', () => {
  const losing = host(() => Promise.reject(new ConnectionLost('reset')));

  it('since its work is over is followed by none: nobody would close it', async () => {
    let lose = (): void => undefined;
    const going = host(
      () =>
        new Promise((_, reject) => {
          lose = () => {
            reject(new ConnectionLost('closed'));
          };
        }),
    );
    const { connection, tried } = server([going, fine], false);
    const begun = connection.whileReachable(look);
    await new Promise(setImmediate);
    connection.drop();
    lose();
    await expect(begun).rejects.toThrow('closed');
    expect(tried()).toBe(1);
    await connection.whileReachable(look);
    expect(tried()).toBe(2);
    connection.drop();
  });

  it('under a look is followed by another one, on which the look is repeated', async () => {
    const { connection, tried } = server([losing, fine], false);
    await connection.whileReachable(look);
    expect(tried()).toBe(2);
  });

  it('under each look is given up', async () => {
    const { connection, tried } = server([losing], false);
    await expect(connection.whileReachable(look)).rejects.toThrow(ConnectionLost);
    expect(tried()).toBe(5);
  });

  it('under a command that may not run twice ends that command', async () => {
    const { connection, tried } = server([losing, fine], false);
    await expect(connection.attempt(look)).rejects.toThrow(ConnectionLost);
    expect(tried()).toBe(1);
    await connection.attempt(look);
  });

  it('before a command is no loss', async () => {
    const dead = host(() => Promise.reject(new NotBegun('closed')));
    const { connection, tried } = server([dead, fine], false);
    await connection.attempt(look);
    expect(tried()).toBe(2);
  });

  it('under two looks at the same time takes one new connection', async () => {
    const { connection, tried } = server([losing, fine], false);
    await Promise.all([connection.whileReachable(look), connection.whileReachable(look)]);
    expect(tried()).toBe(2);
  });

  it('since a command takes too long is not waited for again', async () => {
    const slow = host(() => Promise.reject(new CommandTimedOut('60 s')));
    const { connection, tried } = server([slow], false);
    await expect(connection.whileReachable(look)).rejects.toThrow(CommandTimedOut);
    expect(tried()).toBe(1);
  });
});
