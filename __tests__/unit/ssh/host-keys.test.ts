import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  describeExpected,
  expectedKeyTypes,
  fingerprintOf,
  isExpectedKey,
} from '../../../src/ssh/plan/host-keys.js';

describe('Host keys', () => {
  const key = Buffer.from('000000 0b7373682d65643235353139'.replaceAll(' ', ''), 'hex');
  const base64 = key.toString('base64');
  const line = (host: string): string => `${host} ssh-ed25519 ${base64}\n`;
  const expected = (
    knownHosts: string | undefined,
    fingerprints?: string,
  ): { knownHosts: string | undefined; fingerprints: string | undefined } => ({
    knownHosts,
    fingerprints,
  });

  it.each([
    ['a plain name', line('example.com'), 'example.com', 22],
    ['a list', line('other,example.com'), 'example.com', 22],
    ['a port', line('[example.com]:2222'), 'example.com', 2222],
    ['a pattern', line('*.example.com'), 'a.example.com', 22],
    [
      'a hashed name',
      line(`|1|c2FsdA==|${createHmac('sha1', 'salt').update('example.com').digest('base64')}`),
      'example.com',
      22,
    ],
  ])('accepts the key of %s', (_, text, host, port) => {
    expect(isExpectedKey(key, expected(text), host, port)).toBe(true);
    expect(expectedKeyTypes(expected(text), host, port)).toEqual(['ssh-ed25519']);
  });

  it.each([
    ['another host', line('other.com'), 'example.com', 22],
    ['another port', line('example.com'), 'example.com', 2222],
    ['an excluded name', line('*.com,!example.com'), 'example.com', 22],
    ['a revoked key', `@revoked ${line('example.com')}`, 'example.com', 22],
    ['no lines', '', 'example.com', 22],
  ])('refuses the key of %s', (_, text, host, port) => {
    expect(isExpectedKey(key, expected(text), host, port)).toBe(false);
  });

  it('accepts a fingerprint, and describes what is expected', () => {
    expect(isExpectedKey(key, expected(undefined, fingerprintOf(key)), 'x', 22)).toBe(true);
    expect(isExpectedKey(key, expected(undefined, 'SHA256:other'), 'x', 22)).toBe(false);
    expect(describeExpected(expected('', undefined), 'x', 22)).toContain(
      'no line of known-hosts is for x',
    );
  });
});
