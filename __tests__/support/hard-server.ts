import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** How what arrives differs from what was promised. */
  readonly fault: 'none' | 'no-length' | 'too-short' | 'too-long' | 'reset' | 'chunks-broken-off';
}

export interface HardServer {
  readonly url: string;
  /** Says what the next requests are answered; `undefined`: the connection is reset. */
  answerWith(answers: (request: IncomingMessage) => WireAnswer | undefined): void;
  close(): void;
}

/** A server on this machine whose answers need not be HTTP. */
export async function startHardServer(): Promise<HardServer> {
  let answers: Parameters<HardServer['answerWith']>[0] | undefined;
  const server = createServer((request, { socket }) => {
    request.resume().on('end', () => {
      const answer = answers?.(request);
      if (answer === undefined || answer.fault === 'reset') socket?.resetAndDestroy();
      else socket?.end(wire(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (next) => {
      answers = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function wire({ status, headers, body, fault }: WireAnswer): Buffer {
  const size = body.length;
  const framing = {
    none: `content-length: ${size}`,
    'no-length': 'x-length: none',
    'too-short': `content-length: ${Math.floor(size / 2)}`,
    'too-long': `content-length: ${size + 10}`,
    reset: '',
    'chunks-broken-off': 'transfer-encoding: chunked',
  }[fault];
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  );
  const first = `HTTP/1.1 ${status} Status\r\nconnection: close`;
  const head = [first, ...lines, framing, '', ''].join('\r\n');
  const chunk = fault === 'chunks-broken-off' ? `${(size + 1).toString(16)}\r\n` : '';
  return Buffer.concat([Buffer.from(head + chunk), body]);
}

/** A JSON value of which one part is gone, null, of another type, or far too large. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1e308, '', 'text', '\n::error::x'),
    fc.constantFrom<unknown>([], {}, [[]], [null], { toString: null }, { message: {} }),
    fc.constant(0).map(() => 'x'.repeat(100_000)),
  );
  return fc
    .tuple(fc.nat(), wrong)
    .map(([at, replacement]) => replacePart(value, at % countParts(value), replacement));
}

function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + countParts(part), 1);
}

/** The value with its part number `at`, counted in depth, replaced. */
function replacePart(value: unknown, at: number, replacement: unknown): unknown {
  let counted = -1;
  const walk = (part: unknown): unknown => {
    counted += 1;
    if (counted === at) return replacement;
    if (typeof part !== 'object' || part === null) return part;
    return Array.isArray(part)
      ? part.map(walk)
      : Object.fromEntries(Object.entries(part).map(([key, below]) => [key, walk(below)]));
  };
  return walk(value);
}

// A value of which nothing is left has no text.
const json = (value: unknown): Buffer =>
  Buffer.from((JSON.stringify(value) as string | undefined) ?? '');

/** Documents near one of these, as they are and in every kind of disorder. */
export function documents(valid: readonly unknown[]): fc.Arbitrary<Buffer> {
  const one = fc.constantFrom(...valid);
  return fc.oneof(
    { weight: 2, arbitrary: one.map(json) },
    { weight: 8, arbitrary: one.chain(mutated).map(json) },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }).map(json) },
    // Broken off, and not even text.
    fc.tuple(one, fc.nat(200)).map(([value, at]) => json(value).subarray(0, at)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.constant(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
    fc.constantFrom(
      Buffer.from('<!DOCTYPE html><title>502 Bad Gateway</title>\n::error::<h1>nginx</h1>'),
      Buffer.from('{"id": 123456789012345678901234567890, "workflow_run_id": 9e999}'),
      Buffer.from('['.repeat(50_000)),
    ),
    { weight: 1, arbitrary: fc.constant(0).map(() => Buffer.alloc(300_000, 'x')) },
  );
}

const times = ['1', '0', '-1', 'soon', 'Infinity', '9'.repeat(30), 'Fri, 31 Dec 1999 23:59:59 GMT'];

const nodeVersion = Number.parseInt(process.versions.node);

/** Headers that a client may act on, right and wrong. */
function headers(url: string): fc.Arbitrary<WireAnswer['headers']> {
  const values: Readonly<Record<string, readonly string[]>> = {
    'content-type': [
      ...['application/json', 'application/json; charset=utf-8', 'text/html', '', ';;=', 'x'],
      ...['application/octet-stream', 'application/vnd.oci.image.index.v1+json'],
    ],
    // Older ones wait for ever for the end of what they can't decompress; actions run on Node 24.
    'content-encoding': nodeVersion < 24 ? ['identity', 'nonsense'] : ['gzip', 'br', 'nonsense'],
    'retry-after': times,
    'x-ratelimit-remaining': ['0', '-1', 'none'],
    'x-ratelimit-reset': times,
    location: ['/', '/loop', `${url}/loop`, 'http://127.0.0.1:9/', 'mailto:x', 'http://['],
    'www-authenticate': [
      ...['Basic', 'Bearer', 'Negotiate', `Bearer realm="${url}/token"`, 'Bearer realm="/"'],
      ...['Bearer realm="file:///etc/passwd"', 'Bearer realm="http://127.0.0.1:9/"'],
    ],
    'docker-content-digest': ['none', `sha256:${'0'.repeat(64)}`],
    etag: ['"1"', 'W/'],
    link: ['<x>; rel="deprecation"', 'nonsense'],
    deprecation: ['yes'],
  };
  const lists = Object.entries(values).map(
    ([name, list]) => [name, fc.constantFrom(...list)] as const,
  );
  return fc.record(Object.fromEntries(lists), { requiredKeys: [] });
}

const statuses = [
  ...[200, 200, 200, 200, 200, 201, 202, 203, 204, 205, 206, 301, 302, 303, 304, 307, 308],
  ...[400, 401, 401, 403, 404, 409, 410, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599, 999],
];

/** Answers of every kind, around these documents. */
export function wireAnswers(url: string, valid: readonly unknown[]): fc.Arbitrary<WireAnswer> {
  const answers = fc.record({
    status: fc.constantFrom(...statuses),
    headers: headers(url),
    body: documents(valid),
    fault: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      fc.constantFrom('no-length', 'too-short', 'too-long', 'reset', 'chunks-broken-off'),
    ),
  });
  // On a redirect with a long body Node 24's fetch ends the process (an assertion of undici's); what an
  // action makes of that is tested with its bundle.
  return answers.map(({ body, ...answer }) => {
    const isRedirect = answer.status >= 300 && answer.status < 400;
    return { ...answer, body: isRedirect ? body.subarray(0, 1000) : body };
  });
}
