import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { repositoryRoot } from '../../playground/machine/places.js';

interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    /** Headers that it must have; `null`: must not have. */
    readonly headers?: Readonly<Record<string, string | null>>;
    /** The fields of a form. */
    readonly body?: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

interface Case {
  readonly reference: string;
  readonly username?: string;
  readonly password?: string;
}

/** The answers of one hosted registry, in the shapes that its sources show. */
export interface RecordedRegistry {
  readonly registry: string;
  readonly sources: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly found: readonly (Case & {
    readonly dockerConfig?: object;
    /** What the credential helper `probe` answers. */
    readonly helper?: object;
    /** Absent: the registry does not have it. */
    readonly digest?: string;
    readonly platforms?: readonly string[];
    readonly revision?: string;
    readonly requests?: number;
  })[];
  readonly refused: readonly (Case & {
    readonly case: string;
    readonly entry: string;
    readonly fix?: string;
    readonly why?: string;
    readonly retryAfter?: number;
  })[];
}

export function recordedRegistries(): readonly RecordedRegistry[] {
  const folder = join(repositoryRoot, '__tests__', 'fixtures', 'registries');
  return readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedRegistry,
  );
}

/** A server on this machine that gives the recorded answers of all hosts. */
export interface Replay {
  /** Sends a request that is meant for a recorded host to the replay. */
  readonly fetch: typeof fetch;
  close(): void;
}

/** Starts it; a request that nothing was recorded for gets the status 501, which no client expects. */
export async function startReplay(exchanges: readonly Exchange[]): Promise<Replay> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const found = exchanges.find((exchange) => matches(exchange, request, body));
      if (found === undefined) {
        response
          .writeHead(501)
          .end(`nothing was recorded for ${request.method ?? ''} ${request.url ?? ''}`);
        return;
      }
      response.writeHead(found.response.status, found.response.headers).end(found.response.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    fetch: (input, init) => follow(base, new URL(input), init),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

// Real requests over real sockets; the host's name travels in the path, so that redirects between
// hosts can be followed by fetch's own rule: credentials stay with the host that they were meant for.
async function follow(base: string, url: URL, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`${base}/${url.protocol}//${url.host}${url.pathname}${url.search}`, {
    ...init,
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  // An upload's address is no redirect.
  if (location === null || answer.status < 300 || answer.status >= 400) return answer;
  const target = new URL(location, url);
  const headers = new Headers(init.headers);
  if (target.origin !== url.origin) headers.delete('authorization');
  return follow(base, target, { ...init, headers });
}

function matches({ request }: Exchange, actual: IncomingMessage, body: string): boolean {
  if (request.method !== actual.method || `/${request.url}` !== actual.url) return false;
  const headers = Object.entries(request.headers ?? {});
  const form = new URLSearchParams(body);
  return (
    headers.every(([name, value]) => (actual.headers[name] ?? null) === value) &&
    Object.entries(request.body ?? {}).every(([name, value]) => form.get(name) === value)
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
