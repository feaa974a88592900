import { createHash, randomBytes } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { addAbortSignal, type Duplex } from 'node:stream';
import type { SocketAnswer, SocketProbe } from '../socket-probe.js';
import { connectionOptions, type Network } from './network.js';
import { explain } from './explain-connection.js';

/** RFC 6455, section 1.3. */
const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

class Refusal extends Error {}

/** A greeting is a line or two; more is something else. */
const maxGreetingBytes = 4096;

/** Connections of Node's own. */
export function nodeSocketProbe(network: Network): SocketProbe {
  const options = connectionOptions(network);
  return {
    tcp: (host, port, timeoutSeconds) =>
      opened(timeoutSeconds, (signal) => open(host, port, options, signal)),
    webSocket: (url, headers, timeoutSeconds) =>
      opened(timeoutSeconds, (signal) => shakeHands(url, headers, options, signal)),
    greeting: (host, port, expected, timeoutSeconds) =>
      timed(timeoutSeconds, async (signal) => {
        const socket = await open(host, port, options, signal);
        try {
          return { kind: 'greeting' as const, text: await listenFor(socket, expected, signal) };
        } finally {
          end(socket);
        }
      }),
  };
}

function opened(
  timeoutSeconds: number,
  work: (signal: AbortSignal) => Promise<Duplex>,
): Promise<SocketAnswer> {
  return timed(timeoutSeconds, async (signal) => {
    end(await work(signal));
    return { kind: 'open' as const };
  });
}

// What it says at its end is of no interest any more.
function end(socket: Duplex): void {
  socket.on('error', () => undefined).destroy();
}

async function timed<Answer extends object>(
  timeoutSeconds: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<(Answer & { seconds: number }) | Exclude<SocketAnswer, { kind: 'open' }>> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return { ...(await work(signal)), seconds: seconds() };
  } catch (error) {
    if (error instanceof Refusal)
      return { kind: 'refused', message: error.message, seconds: seconds() };
    if (!signal.aborted) return { kind: 'error', ...explain(error), seconds: seconds() };
    const message = `no answer within ${timeoutSeconds} s`;
    return { kind: 'error', fault: 'timed-out', message, isKnown: false, seconds: seconds() };
  }
}

/** The part of a service's first words that is as expected. */
async function listenFor(socket: Socket, expected: RegExp, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of addAbortSignal(signal, socket)) {
      text += decoder.decode(chunk as Buffer, { stream: true });
      // Whole lines only: the rest of one may still be on its way.
      const [greeting] = expected.exec(text.slice(0, text.lastIndexOf('\n') + 1)) ?? [];
      if (greeting !== undefined) return greeting.trim();
      if (text.length > maxGreetingBytes) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  const [first = ''] = text.split('\n');
  throw new Refusal(
    text === ''
      ? 'the port is open, but says nothing'
      : `the port is open, but says "${first.trim().slice(0, 80)}"`,
  );
}

function open(
  host: string,
  port: number,
  { lookup }: ReturnType<typeof connectionOptions>,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, lookup });
    const giveUp = (): void => {
      socket.destroy(new Error('gave up'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    socket
      .once('connect', () => {
        signal.removeEventListener('abort', giveUp);
        resolve(socket);
      })
      .once('error', reject);
  });
}

function shakeHands(
  url: URL,
  headers: ReadonlyMap<string, string>,
  options: ReturnType<typeof connectionOptions>,
  signal: AbortSignal,
): Promise<Duplex> {
  const key = randomBytes(16).toString('base64');
  const accept = createHash('sha1').update(`${key}${handshakeGuid}`).digest('base64');
  const secure = url.protocol === 'wss:';
  const address = new URL(url.href.replace(/^ws/, 'http'));
  const all = {
    'user-agent': 'deploy-kit verify-health',
    ...Object.fromEntries(headers),
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  };
  return new Promise((resolve, reject) => {
    (secure ? requestHttps : requestHttp)(address, {
      agent: false,
      signal,
      headers: all,
      ...options,
    })
      .on('upgrade', ({ headers: answered }, socket) => {
        if (answered['sec-websocket-accept'] === accept) resolve(socket);
        else {
          socket.destroy();
          reject(new Refusal('its answer to the handshake is not that of a WebSocket'));
        }
      })
      .on('response', (response) => {
        response.destroy();
        reject(new Refusal(`status ${response.statusCode ?? ''} in place of 101`));
      })
      .on('error', reject)
      .end();
  });
}
