import { describe, expect, it } from '@jest/globals';
import { lookAt } from '../../../src/server/look-at.js';
import { probeServer } from '../../../src/server/probe-server.js';
import type { ExecResult } from '../../../src/ssh/host.js';
import { ServerConnection } from '../../../src/ssh/server-connection.js';
import { virtualClock } from '../../support/virtual-clock.js';

/** A server that answers its commands in these ways, and all others in the last one. */
const answering = (last: ExecResult, ...answers: ExecResult[]): ServerConnection =>
  new ServerConnection(
    { host: 'web-1', user: 'deploy', port: 22 },
    () =>
      Promise.resolve({
        name: 'web-1',
        run: () => Promise.resolve(answers.shift() ?? last),
        close: () => undefined,
      }),
    { ...virtualClock(), say: () => undefined },
  );

describe('A look at a server', () => {
  it('that goes down, which ends the look, is repeated', async () => {
    const whole = { code: 0, stdout: 'true\n', stderr: '' };
    const server = answering(whole, { code: -1, stdout: '', stderr: 'Terminated' });
    const read = ({ stdout }: ExecResult): string | undefined => stdout.trim() || undefined;
    await expect(lookAt(server, { script: '', args: [], read })).resolves.toBe('true');
  });

  it('that breaks off in the middle is no answer', async () => {
    const server = answering({
      code: -1,
      stdout: 'path=/opt/app\nuser=deploy\n',
      stderr: 'Killed',
    });
    await expect(probeServer(server, '/opt/app', [])).rejects.toMatchObject({
      entry: 'probe-failed',
      why: expect.stringContaining('Killed') as unknown,
    });
  });

  it('whose engine is silent says so', async () => {
    const server = answering({ code: -1, stdout: 'engine-silent=docker ps\n', stderr: '' });
    await expect(probeServer(server, '/opt/app', [])).rejects.toMatchObject({
      entry: 'docker-not-answering',
    });
  });
});
