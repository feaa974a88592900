import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { ConnectionFault, HttpProbe } from '../ports/http-probe.js';

/** More of a body is not looked at. */
const maxBodyBytes = 64 * 1024;

/**
 * Asks with Node's own HTTP client, over a new connection each time: that is what a new visitor gets,
 * and a kept one could lead to the former release. (`fetch` would refuse some ports.)
 */
export const nodeHttpProbe: HttpProbe = {
  async get(url, timeoutSeconds) {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const answer = await request(url, signal);
      const { statusCode: status = 0, headers } = answer;
      const body = await firstPart(answer);
      const location = absolute(headers.location, url);
      return { kind: 'answer', status, location, body, seconds: seconds() };
    } catch (error) {
      const { fault, message } = signal.aborted
        ? { fault: 'timed-out' as const, message: `no answer within ${timeoutSeconds} s` }
        : explain(error);
      return { kind: 'error', fault, message, seconds: seconds() };
    }
  },
};

function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { 'user-agent': 'deploy-kit verify-health', 'cache-control': 'no-cache' };
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    get(url, { agent: false, signal, headers }, resolve).on('error', reject);
  });
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

// What each code means to the person who reads it; the others keep Node's own words.
const meanings: Readonly<Record<string, readonly [ConnectionFault, string]>> = {
  ENOTFOUND: ['name-unknown', 'DNS knows no such name'],
  EAI_AGAIN: ['name-unknown', 'DNS does not answer'],
  ECONNREFUSED: ['refused', 'the connection was refused: nothing listens on that port'],
  ETIMEDOUT: ['timed-out', 'the connection timed out'],
  EHOSTUNREACH: ['other', 'the host cannot be reached'],
  ENETUNREACH: ['other', 'the network cannot be reached'],
  ECONNRESET: ['broken', 'the connection was closed before the answer was whole'],
  EPIPE: ['broken', 'the connection was closed before the answer was whole'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'TLS: the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'TLS: the certificate chain ends in an unknown root'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'TLS: the issuer of the certificate is unknown'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'TLS: the certificate chain is not complete'],
  CERT_HAS_EXPIRED: ['tls', 'TLS: the certificate has expired'],
  CERT_NOT_YET_VALID: ['tls', 'TLS: the certificate is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'TLS: the certificate is for another name'],
};

function explain(error: unknown): { fault: ConnectionFault; message: string } {
  const { code = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  const known = meanings[code];
  if (known !== undefined) return { fault: known[0], message: known[1] };
  if (code.startsWith('HPE_')) return { fault: 'broken', message: 'what came is no HTTP' };
  // OpenSSL's own words are between colons: `…:SSL routines:<function>:<reason>:<file>:<line>:`.
  const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
  if (reason === 'wrong version number')
    return { fault: 'tls', message: 'TLS: the port speaks no TLS (is it plain http?)' };
  // Of two addresses that were tried, the message is empty and the code says it.
  const words = reason ?? (message.trim() || code);
  return /SSL|TLS|CERT|EPROTO/.test(code)
    ? { fault: 'tls', message: `TLS: ${words}` }
    : { fault: 'other', message: words };
}
