import { createHash } from 'node:crypto';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { nodeHttpProbe } from '../../src/net/outside/node-http-probe.js';
import { plainNetwork, type Network } from '../../src/net/outside/network.js';
import { nodeSocketProbe } from '../../src/net/outside/node-socket-probe.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { httpCheck, type HttpTarget } from '../../src/health/http-check.js';
import { pageCheck } from '../../src/health/page-check.js';
import { verifyHealth, type Patience } from '../../src/health/verify-health.js';
import { unchanged } from '../../src/errors/index.js';
import { verificationFailure } from '../../src/health/plan/verification-failure.js';
import type { HealthVerdict } from '../../src/health/plan/verdict.js';
import type { HttpAnswer, HttpRequest } from '../../src/net/http-probe.js';
import type { Reporter } from '../../src/local/reporter.js';
import { selfSigned } from '../support/self-signed.js';
import { expectation } from '../support/expectation.js';

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

const requestOf = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  url,
  method: 'GET',
  headers: new Map(),
  body: undefined,
  timeoutSeconds: 5,
  ...more,
});

const get = (url: URL, timeoutSeconds = 5, network: Network = plainNetwork): Promise<HttpAnswer> =>
  nodeHttpProbe(network).ask(requestOf(url, { timeoutSeconds }));

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
      fault: 'no-tls',
      message: 'the port speaks no TLS',
    });
  });
});

describe('nodeHttpProbe with a network of its own', () => {
  it('sends method, headers and body', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        response.setHeader('x-two', ['a', 'b']);
        response.end(`${request.method ?? ''} ${String(request.headers['x-key'])} ${body}`);
      });
    });
    const answer = await nodeHttpProbe(plainNetwork).ask(
      requestOf(url, { method: 'POST', headers: new Map([['x-key', 'k']]), body: '{}' }),
    );
    expect(answer).toMatchObject({ body: 'POST k {}' });
    expect(answer.kind === 'answer' && answer.headers.get('x-two')).toBe('a, b');
  });

  it('asks an address in place of DNS', async () => {
    const url = await serve((request, response) => response.end(request.headers.host));
    url.hostname = 'App.example.com';
    const addresses = new Map([['app.example.com', '127.0.0.1']]);
    expect(await get(url, 5, { ...plainNetwork, addresses })).toMatchObject({ body: url.host });
  });

  it('asks over one version of IP alone', async () => {
    const url = await serve((_, response) => response.end());
    url.hostname = 'localhost';
    expect(await get(url, 5, { ...plainNetwork, ipVersion: 4 })).toMatchObject({ status: 200 });
    expect(await get(url, 5, { ...plainNetwork, ipVersion: 6 })).toMatchObject({ kind: 'error' });
  });

  it('ends clearly at a header of 10 MB', async () => {
    const url = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(10_000_000)}\r\n\r\n`);
      }),
    );
    expect(await get(url)).toMatchObject({
      fault: 'broken',
      message: 'its headers are too large (more than 16 KiB)',
    });
  });
});

describe('nodeSocketProbe', () => {
  const probe = nodeSocketProbe(plainNetwork);

  it('opens a port, and tells a closed one', async () => {
    const url = await listen(createTcpServer());
    expect(await probe.tcp('127.0.0.1', Number(url.port), 2)).toMatchObject({ kind: 'open' });
    await endings.pop()?.();
    expect(await probe.tcp('127.0.0.1', Number(url.port), 2)).toMatchObject({ fault: 'refused' });
  });

  it('opens a WebSocket, and tells what is none', async () => {
    const server = createHttpServer((_, response) => response.writeHead(404).end());
    server.on('upgrade', (request, socket) => {
      const accept = createHash('sha1')
        .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      const good = request.url === '/cable' ? accept : 'wrong';
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${good}\r\n\r\n`,
      );
    });
    const url = await listen(server, 'ws');
    const open = (path: string): ReturnType<typeof probe.webSocket> =>
      probe.webSocket(new URL(path, url), new Map(), 2);
    expect(await open('/cable')).toMatchObject({ kind: 'open' });
    expect(await open('/other')).toMatchObject({
      kind: 'refused',
      message: 'its answer to the handshake is not that of a WebSocket',
    });
    server.removeAllListeners('upgrade');
    expect(await open('/cable')).toMatchObject({
      kind: 'refused',
      message: 'status 404 in place of 101',
    });
  });

  it('gives up on what never answers', async () => {
    const url = await listen(createTcpServer(), 'ws');
    expect(await probe.webSocket(url, new Map(), 0.2)).toMatchObject({ fault: 'timed-out' });
  });
});

const quiet = { info: () => undefined } as unknown as Reporter;

const expected = expectation({ contains: ['ok'] });

const patience: Patience = {
  successes: 2,
  intervalSeconds: 0.05,
  timeoutSeconds: 0.5,
  failFast: false,
  soakSeconds: 0,
  maxFailures: 0,
};

function verify(
  urls: readonly URL[],
  changes: Partial<Patience & Pick<HttpTarget, 'redirects'>> = {},
  make = httpCheck,
): Promise<readonly HealthVerdict[]> {
  const { redirects = 'none', ...more } = changes;
  const checks = urls.map((url) =>
    make({ request: requestOf(url), expected, redirects }, nodeHttpProbe(plainNetwork)),
  );
  return verifyHealth(checks, { ...patience, ...more }, systemClock, quiet);
}

describe('verifyHealth over real connections', () => {
  it('waits for an app that fails four times', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked > 4 ? 200 : 503).end('ok');
    });
    expect(await verify([url], { timeoutSeconds: 10 })).toMatchObject([
      { fault: undefined, attempts: 6 },
    ]);
  });

  it('names each URL that fails with its own reason', async () => {
    const good = await serve((_, response) => response.end('ok'));
    const other = await serve((_, response) => response.end('the former release'));
    const moved = await serve((_, response) =>
      response.writeHead(308, { location: 'https://elsewhere.example/' }).end(),
    );
    const error = verificationFailure(await verify([other, good, moved]), unchanged);
    expect(error).toMatchObject({ entry: 'verify-body-differs' });
    expect(error?.details).toEqual([
      `${moved.href}: status 308, a redirect to https://elsewhere.example/`,
    ]);
  });

  it('follows redirects as far as it may, and shows the way', async () => {
    const url = await serve((request, response) => {
      const next = new Map([
        ['/health', '/a'],
        ['/a', '/b'],
        ['/round', '/round'],
        ['/out', 'http://b.invalid/'],
      ]);
      const location = next.get(request.url ?? '');
      if (location === undefined) response.end('ok');
      else response.writeHead(302, { location }).end();
    });
    expect(await verify([url], { redirects: 'same-host' })).toMatchObject([{ fault: undefined }]);
    const [round] = await verify([new URL('/round', url)], { redirects: 'any' });
    expect(round?.fault).toMatchObject({ kind: 'redirect-loop' });
    const [out] = await verify([new URL('/out', url)], { redirects: 'same-host' });
    expect(out?.fault?.text).toBe(
      `status 302, a redirect to another host: ${url.origin}/out → http://b.invalid/`,
    );
  });

  it('asks for all parts of a page', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/health')
        response.end(
          'ok <base href="/assets/"><link rel="stylesheet" href="app.css"><script src="app.js"></script><script src="https://cdn.invalid/x.js"></script>',
        );
      else response.writeHead(request.url === '/assets/app.css' ? 200 : 404).end();
    });
    const [verdict] = await verify([url], {}, pageCheck);
    expect(verdict?.fault).toEqual({
      kind: 'asset',
      text: `${url.origin}/assets/app.js: status 404`,
    });
  });

  it('watches on, with a budget of failures', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked % 3 === 0 ? 500 : 200).end('ok');
    });
    const [strict] = await verify([url], { soakSeconds: 2 });
    expect(strict?.fault).toMatchObject({ kind: 'soak' });
    asked = 0;
    const [lenient] = await verify([url], { soakSeconds: 1, maxFailures: 10 });
    expect(lenient?.fault).toBeUndefined();
    expect(lenient?.soak?.failures).toBeGreaterThan(0);
    expect(lenient?.latencies.length).toBeGreaterThan(2);
  });

  it('gives up at once on what waiting can’t mend, where that is wanted', async () => {
    const url = await serve((_, response) => response.writeHead(401).end());
    const [verdict] = await verify([url], { timeoutSeconds: 30, failFast: true });
    expect(verdict).toMatchObject({ attempts: 1, fault: { kind: 'status', text: 'status 401' } });
  });
});
