import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of the playground answers. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request with its whole body. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** The path and query as they were sent. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A server on loopback. */
export interface Listener {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `GET /path` of each request so far. */
  readonly requests: readonly string[];
  stop(): void;
}

export async function listen(answer: (asked: Asked) => Reply): Promise<Listener> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: target = '/', headers } = request;
      requests.push(`${method} ${target}`);
      const url = new URL(target, 'http://playground');
      const reply = answer({ method, url, target, headers, body: Buffer.concat(chunks) });
      response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function json(status: number, content: object): Reply {
  return {
    status,
    body: JSON.stringify(content),
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  };
}
