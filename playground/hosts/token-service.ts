import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { must } from '../machine/run.js';

/** The token service of a registry's bearer flow. */
export interface TokenService {
  readonly realm: string;
  /** The file with the certificate that the registry trusts. */
  readonly certificate: string;
  close(): void;
}

/**
 * Starts a token service that knows one account and refuses everybody else.
 * Source: https://distribution.github.io/distribution/spec/auth/token/ and …/spec/auth/jwt/
 */
export async function startTokenService(
  folder: string,
  account: { readonly username: string; readonly password: string },
): Promise<TokenService> {
  const [key, certificate] = [join(folder, 'token.key'), join(folder, 'token.crt')];
  await must('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
    '-days',
    '30',
    '-subj',
    '/CN=playground',
  ]);
  const privateKey = createPrivateKey(readFileSync(key));
  const keyId = libtrustKeyId(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }));
  const expected = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://token');
    response.setHeader('content-type', 'application/json');
    if (request.headers.authorization !== expected) {
      response.statusCode = 401;
      response.end(
        JSON.stringify({
          errors: [{ code: 'DENIED', message: 'requested access to the resource is denied' }],
        }),
      );
      return;
    }
    const access = url.searchParams
      .getAll('scope')
      .flatMap((scopes) => scopes.split(' '))
      .filter(Boolean)
      .map((scope) => {
        const [type, name, actions = ''] = scope.split(':');
        return { type, name, actions: actions.split(',') };
      });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'playground',
      sub: account.username,
      aud: url.searchParams.get('service'),
      exp: now + 300,
      nbf: now - 10,
      iat: now,
      jti: randomUUID(),
      access,
    };
    const body = [{ typ: 'JWT', alg: 'RS256', kid: keyId }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('sha256', Buffer.from(body), privateKey).toString('base64url');
    response.end(JSON.stringify({ token: `${body}.${signature}`, expires_in: 300 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { realm: `http://127.0.0.1:${port}/token`, certificate, close: () => server.close() };
}

// libtrust: the first 240 bits of the key's SHA-256, in base32, in groups of four.
function libtrustKeyId(der: Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...createHash('sha256').update(der).digest().subarray(0, 30)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const text =
    bits
      .match(/.{5}/g)
      ?.map((group) => alphabet[Number.parseInt(group, 2)])
      .join('') ?? '';
  return text.match(/.{4}/g)?.join(':') ?? '';
}
