import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { runBundle } from '../support/run-bundle.js';

let server: Server;
let host: string;

beforeAll(async () => {
  // It begins an answer and never ends it.
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

describe.each([
  [
    'a registry',
    'registry-unreachable',
    () => ociRegistry({}).find({ registry: host, repository: 'a', tag: 'v1', digest: undefined }),
  ],
  [
    'GitHub',
    // It may have taken the event.
    'github-unconfirmed',
    () => octokitGitHub('token', `http://${host}`, systemClock).dispatch('acme/api', 'deploy', {}),
  ],
])('An answer of %s that never ends', (_, entry, ask) => {
  it('is given up', async () => {
    await expect(ask()).rejects.toMatchObject({ entry });
  });
});

it('What Node itself stumbles over ends the action in one error, too', async () => {
  // Node 24's fetch asserts something on a redirect with a long body, and no promise learns of it.
  const redirecting = createServer((socket) => {
    socket.on('error', () => undefined);
    const head = 'HTTP/1.1 302 Found\r\nlocation: /\r\nconnection: close\r\ncontent-length: 100002';
    socket.once('data', () => socket.end(`${head}\r\n\r\n${'x'.repeat(100_002)}`));
  });
  await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
  const { port } = redirecting.address() as AddressInfo;
  const { code, entries, log } = await runBundle('wait-for-image', {
    inputs: { images: `127.0.0.1:${port}/acme/api:v1`, timeout: '1s', 'github-token': '' },
  });
  redirecting.close();
  expect([code, log]).toEqual([1, expect.stringContaining('What to do:')]);
  expect(entries).toHaveLength(1);
}, 60_000);
