import { createServer, type AddressInfo, type Socket } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectSsh } from '../../src/ssh/outside/connect-ssh.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Connects to a server that does that with each connection. */
async function connectTo(treat: (socket: Socket) => void): Promise<unknown> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    treat(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return connectSsh({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    user: 'deploy',
    login: { kind: 'key', privateKey, passphrase: undefined },
    hostKeys: { knownHosts: undefined, fingerprints: 'SHA256:none' },
    connectTimeoutSeconds: 5,
  });
}

describe('A server that goes down while it is connected to', () => {
  it.each([
    ['resets the connection', (socket: Socket) => void socket.resetAndDestroy()],
    [
      'resets the connection before it greets',
      (socket: Socket) => void setTimeout(() => socket.resetAndDestroy(), 50),
    ],
    ['closes the connection', (socket: Socket) => void socket.end()],
    [
      'greets and resets the connection',
      (socket: Socket) => {
        socket.write('SSH-2.0-test\r\n');
        socket.once('data', () => socket.resetAndDestroy());
      },
    ],
  ])('and %s is unreachable, and nothing else happens', async (_, treat) => {
    await expect(connectTo(treat)).rejects.toMatchObject({ entry: 'ssh-unreachable' });
    // A second error of the same connection would end the process here.
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
});
