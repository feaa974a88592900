import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { lookup as lookUp } from 'node:dns';
import tls, { TLSSocket } from 'node:tls';
import {
  maxBodyBytes,
  type Certificate,
  type ConnectionFault,
  type HttpProbe,
  type HttpRequest,
} from '../http-probe.js';

/** How names are turned into addresses, and which certificates count. */
export interface Network {
  /** Name → address, in place of DNS. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The version of IP; 0: whichever answers. */
  readonly ipVersion: 0 | 4 | 6;
  /** Certificates (PEM) of authorities that count beside those that Node knows. */
  readonly authorities: readonly string[];
}

export const plainNetwork: Network = { addresses: new Map(), ipVersion: 0, authorities: [] };

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

/** The options of a connection that goes by a network's rules. */
export function connectionOptions({ addresses, ipVersion, authorities }: Network): {
  readonly lookup: LookupFunction;
  readonly ca?: string[];
} {
  return {
    lookup: (hostname, given, callback) => {
      const address = addresses.get(hostname.toLowerCase());
      if (address === undefined) {
        lookUp(hostname, ipVersion === 0 ? given : { ...given, family: ipVersion }, callback);
        return;
      }
      const family = isIP(address);
      if (given.all === true) callback(null, [{ address, family }]);
      else callback(null, address, family);
    },
    ...(authorities.length === 0
      ? {}
      : { ca: [...tls.getCACertificates('default'), ...authorities] }),
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
  HPE_HEADER_OVERFLOW: ['broken', 'its headers are too large (more than 16 KiB)'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'TLS: the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'TLS: the certificate chain ends in an unknown root'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'TLS: the issuer of the certificate is unknown'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'TLS: the certificate chain is not complete'],
  CERT_HAS_EXPIRED: ['tls', 'TLS: the certificate has expired'],
  CERT_NOT_YET_VALID: ['tls', 'TLS: the certificate is not valid yet'],
};

/** What an error of Node's network modules means. */
export function explain(error: unknown): {
  readonly fault: ConnectionFault;
  readonly message: string;
  readonly isKnown: boolean;
} {
  const { code = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  const known = meanings[code];
  if (known !== undefined)
    return { fault: known[0], message: known[1], isKnown: code === 'ENOTFOUND' };
  const isKnown = false;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const { cert } = error as { readonly cert?: { readonly subjectaltname?: string } };
    const names = (cert?.subjectaltname ?? '').replaceAll(/(DNS|IP Address):/g, '');
    return {
      fault: 'certificate-name',
      message: `TLS: the certificate is for ${names === '' ? 'another name' : names}`,
      isKnown,
    };
  }
  if (code.startsWith('HPE_')) return { fault: 'broken', message: 'what came is no HTTP', isKnown };
  // OpenSSL's own words are between colons: `…:SSL routines:<function>:<reason>:<file>:<line>:`.
  const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
  if (reason === 'wrong version number')
    return { fault: 'no-tls', message: 'the port speaks no TLS', isKnown };
  // What Caddy and others say to a name that they have no certificate for (RFC 6066, section 3).
  if (/alert (internal error|unrecognized name)/.test(reason ?? ''))
    return {
      fault: 'certificate-name',
      message: 'TLS: the server has no certificate for this name',
      isKnown,
    };
  // Of two addresses that were tried, the message is empty and the code says it.
  const words = reason ?? (message.trim() || code);
  return /SSL|TLS|CERT|EPROTO/.test(code)
    ? { fault: 'tls', message: `TLS: ${words}`, isKnown }
    : { fault: 'other', message: words, isKnown };
}
