import { describe, expect, it } from '@jest/globals';
import { probeServer } from '../../../src/server/probe-server.js';
import type { ExecResult } from '../../../src/ssh/host.js';
import { ServerConnection } from '../../../src/ssh/server-connection.js';

/** A server that answers each command in that way. */
const answering = (answer: ExecResult): ServerConnection =>
  new ServerConnection('web-1', 'deploy', () =>
    Promise.resolve({ name: 'web-1', run: () => Promise.resolve(answer), close: () => undefined }),
  );

describe('A look at a server', () => {
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
