import type { HttpAnswer, HttpProbe } from '../ports/http-probe.js';

/** More of a body is not looked at. */
const maxBodyBytes = 64 * 1024;

/** Asks with Node's own fetch. */
export const fetchProbe: HttpProbe = {
  async get(url, timeoutSeconds) {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const answer = await fetch(url, {
        redirect: 'manual',
        signal,
        headers: { 'user-agent': 'deploy-kit verify-health', 'cache-control': 'no-cache' },
      });
      const body = await firstPart(answer);
      const location = answer.headers.get('location') ?? undefined;
      return { kind: 'answer', status: answer.status, location, body, seconds: seconds() };
    } catch (error) {
      const message = signal.aborted ? `no answer within ${timeoutSeconds} s` : explain(error);
      return { kind: 'error', message, seconds: seconds() } satisfies HttpAnswer;
    }
  },
};

async function firstPart(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    const bytes = chunk as Uint8Array;
    text += decoder.decode(bytes.subarray(0, maxBodyBytes - size), { stream: true });
    size += bytes.length;
    if (size >= maxBodyBytes) break;
  }
  return text;
}

// What each code means to the person who reads it; the others keep Node's own words.
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'DNS knows no such name',
  EAI_AGAIN: 'DNS does not answer',
  ECONNREFUSED: 'the connection was refused: nothing listens on that port',
  ECONNRESET: 'the connection was closed before an answer came',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS: the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS: the certificate chain ends in an unknown root',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS: the certificate chain is not complete',
  CERT_HAS_EXPIRED: 'TLS: the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS: the certificate is for another name',
};

function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('ERR_SSL') || /ssl|tls/i.test(code))
    return meanings[code] ?? `TLS: ${cause.message}`;
  return meanings[code] ?? (cause.message || code);
}
