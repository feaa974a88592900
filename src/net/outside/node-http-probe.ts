import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { TLSSocket } from 'node:tls';
import { maxBodyBytes, type Certificate, type HttpProbe, type HttpRequest } from '../http-probe.js';
import { explain } from './explain-connection.js';
import { connectionOptions, type Network } from './network.js';

/**
 * Asks with Node's own HTTP client, over a new connection each time: that is what a new visitor gets,
 * and a kept one could lead to the former release. (`fetch` would refuse some ports.)
 */
export function nodeHttpProbe(network: Network): HttpProbe {
  const options = connectionOptions(network);
  return {
    async ask(wanted) {
      const started = performance.now();
      const seconds = (): number => (performance.now() - started) / 1000;
      const signal = AbortSignal.timeout(wanted.timeoutSeconds * 1000);
      try {
        const answer = await send(wanted, options, signal);
        const { statusCode: status = 0, socket } = answer;
        const headers = new Map(
          Object.entries(answer.headersDistinct).map(([name, values = []]) => [
            name,
            values.join(', '),
          ]),
        );
        const certificate = socket instanceof TLSSocket ? shownBy(socket) : undefined;
        const body = await firstPart(answer);
        const location = absolute(headers.get('location'), wanted.url);
        return { kind: 'answer', status, headers, location, body, certificate, seconds: seconds() };
      } catch (error) {
        const explained = signal.aborted
          ? {
              fault: 'timed-out' as const,
              message: `no answer within ${wanted.timeoutSeconds} s`,
              isKnown: false,
            }
          : explain(error);
        return { kind: 'error', ...explained, seconds: seconds() };
      }
    },
  };
}

function send(
  { url, method, headers, body }: HttpRequest,
  options: ReturnType<typeof connectionOptions>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const all = {
    'user-agent': 'deploy-kit verify-health',
    'cache-control': 'no-cache',
    ...Object.fromEntries(headers),
  };
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    start(url, { agent: false, signal, method, headers: all, ...options }, resolve)
      .on('error', reject)
      .end(body);
  });
}

function shownBy(socket: TLSSocket): Certificate | undefined {
  const { valid_to: until } = socket.getPeerCertificate();
  const end = Date.parse(until);
  return Number.isNaN(end) ? undefined : { daysLeft: (end - Date.now()) / 86_400_000 };
}

async function firstPart(answer: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of answer) {
    const bytes = chunk as Buffer;
    text += decoder.decode(bytes.subarray(0, maxBodyBytes - size), { stream: true });
    size += bytes.length;
    if (size >= maxBodyBytes) break;
  }
  return text;
}

function absolute(location: string | undefined, url: URL): string | undefined {
  if (location === undefined || !URL.canParse(location, url.href)) return location;
  return new URL(location, url.href).href;
}
