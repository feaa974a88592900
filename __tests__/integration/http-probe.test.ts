import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { nodeHttpProbe } from '../../src/adapters/node-http-probe.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { verifyHealth } from '../../src/apply/verify-health.js';
import { unchanged } from '../../src/errors/index.js';
import { verificationFailure, type UrlVerdict } from '../../src/plan/verification-failure.js';
import type { HttpAnswer } from '../../src/ports/http-probe.js';
import type { Reporter } from '../../src/ports/reporter.js';
import { selfSigned } from '../support/self-signed.js';

const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

async function listen(server: Server, scheme = 'http'): Promise<URL> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  endings.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/health`);
}

function serve(listener: RequestListener): Promise<URL> {
  return listen(createHttpServer(listener));
}

const get = (url: URL, timeoutSeconds = 5): Promise<HttpAnswer> =>
  nodeHttpProbe.get(url, timeoutSeconds);

describe('nodeHttpProbe', () => {
  it('reads status and body', async () => {
    const url = await serve((_, response) => response.writeHead(201).end('grüezi'));
    expect(await get(url)).toMatchObject({ kind: 'answer', status: 201, body: 'grüezi' });
  });

  it('asks over a new connection each time', async () => {
    const server = createHttpServer((_, response) => response.end());
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const url = await listen(server);
    for (let i = 0; i < 3; i++) await get(url);
    expect(connections).toBe(3);
  });

  it('shows where a redirect leads and does not go there', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/login' }).end();
    });
    expect(await get(url)).toMatchObject({ status: 302, location: new URL('/login', url).href });
    expect(asked).toBe(1);
  });

  it('reads no more of an endless body than it needs', async () => {
    const url = await serve((_, response) => {
      const more = (): boolean => response.destroyed || !response.write('x'.repeat(8192));
      const timer = setInterval(more, 1);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    const answer = await get(url);
    expect(answer.kind === 'answer' && answer.body.length).toBe(64 * 1024);
  });

  it.each([
    ['an app that never answers', () => undefined],
    [
      'an app that never ends its answer',
      (_: unknown, response: { write: (text: string) => void }) => {
        response.write('o');
      },
    ],
  ] as [string, RequestListener][])('gives up on %s', async (_, listener) => {
    const answer = await get(await serve(listener), 0.3);
    expect(answer).toMatchObject({ fault: 'timed-out', message: 'no answer within 0.3 s' });
    expect(answer.seconds).toBeLessThan(2);
  });

  it('tells a closed port', async () => {
    const url = await listen(createTcpServer());
    await endings.pop()?.();
    expect(await get(url)).toMatchObject({ fault: 'refused' });
    url.hostname = 'localhost';
    expect(await get(url)).toMatchObject({ fault: 'refused' });
  });

  it('tells an unknown name', async () => {
    expect(await get(new URL('http://no-such-name.invalid/'))).toMatchObject({
      fault: 'name-unknown',
    });
  });

  it.each([
    ['closes the connection', (url: URL) => url, 'broken'],
    [
      'closes the connection before TLS',
      (url: URL) => new URL(url.href.replace('http', 'https')),
      'broken',
    ],
  ] as const)('tells a server that %s', async (_, change, fault) => {
    const url = await listen(createTcpServer((socket) => socket.end()));
    expect(await get(change(url))).toMatchObject({ fault });
  });

  it('tells a server that breaks off in the middle of the body', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('part');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await get(url)).toMatchObject({ fault: 'broken' });
  });

  it('tells a server that speaks something else', async () => {
    const url = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined).write('SSH-2.0-OpenSSH_9.2p1\r\n');
      }),
    );
    expect(await get(url)).toMatchObject({ fault: 'broken', message: 'what came is no HTTP' });
  });

  it('tells a self-signed certificate, and https on a port that speaks http', async () => {
    const { key, cert } = selfSigned('127.0.0.1');
    const url = await listen(
      createHttpsServer({ key, cert }, (_, response) => response.end('ok')),
      'https',
    );
    expect(await get(url)).toMatchObject({
      fault: 'tls',
      message: 'TLS: the certificate is self-signed',
    });
    const plain = await serve((_, response) => response.end('ok'));
    plain.protocol = 'https:';
    expect(await get(plain)).toMatchObject({
      fault: 'tls',
      message: expect.stringContaining('is it plain http?'),
    });
  });
});

const quiet = { info: () => undefined } as unknown as Reporter;

function verify(urls: readonly URL[], timeoutSeconds: number): Promise<readonly UrlVerdict[]> {
  const verification = {
    urls,
    expected: { statuses: [{ from: 200, to: 200 }], body: 'ok' },
    successes: 2,
    intervalSeconds: 0.05,
    timeoutSeconds,
    requestTimeoutSeconds: 1,
  };
  return verifyHealth(verification, nodeHttpProbe, systemClock, quiet);
}

describe('verifyHealth over real connections', () => {
  it('waits for an app that fails four times', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked > 4 ? 200 : 503).end('ok');
    });
    expect(await verify([url], 10)).toMatchObject([{ fault: undefined, attempts: 6 }]);
  });

  it('names each URL that fails with its own reason', async () => {
    const good = await serve((_, response) => response.end('ok'));
    const other = await serve((_, response) => response.end('the former release'));
    const moved = await serve((_, response) =>
      response.writeHead(308, { location: 'https://localhost/' }).end(),
    );
    const verdicts = await verify([other, good, moved], 0.5);
    const error = verificationFailure(
      verdicts,
      { statuses: [{ from: 200, to: 200 }], body: 'ok' },
      unchanged,
    );
    expect(error).toMatchObject({ entry: 'verify-body-differs' });
    expect(error?.details).toEqual([`${moved.href}: status 308, a redirect to https://localhost/`]);
  });
});
