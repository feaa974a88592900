import type { ConnectionFault } from '../http-probe.js';

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
