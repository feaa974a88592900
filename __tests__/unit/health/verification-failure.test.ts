import { describe, expect, it } from '@jest/globals';
import { provisionalState } from '../../../src/release/provisional.js';
import { unchanged } from '../../../src/errors/index.js';
import { verificationFailure } from '../../../src/health/plan/verification-failure.js';
import { verdictOf } from '../../support/verdict-of.js';

describe('verificationFailure', () => {
  it.each([
    ['name-unknown', 'verify-name-unknown', 'dig +short app.example.com'],
    ['refused', 'verify-refused', ':443->'],
    ['timed-out', 'verify-timed-out', 'firewall'],
    ['tls', 'verify-tls-failed', 'openssl s_client -connect app.example.com:443'],
    ['no-tls', 'verify-no-tls', '443'],
    ['broken', 'verify-connection-broken', 'http or https'],
    ['redirect', 'verify-redirected', 'expect-status'],
    ['status', 'verify-wrong-status', 'curl -i https://app.example.com/health'],
    ['body', 'verify-body-differs', 'expect-body'],
    ['certificate-name', 'verify-certificate-name', 'server_name app.example.com'],
    ['certificate-expires', 'verify-certificate-expires', 'certbot renew'],
    ['redirect-elsewhere', 'verify-redirected-elsewhere', 'redirects: any'],
    ['redirect-loop', 'verify-redirect-loop', 'X-Forwarded-Proto'],
    ['json', 'verify-json-differs', 'items[0].id'],
    ['header', 'verify-header-differs', 'curl -sI'],
    ['revision', 'verify-wrong-revision', 'docker compose ps'],
    ['slow', 'verify-too-slow', 'from: host'],
    ['localhost', 'verify-localhost', 'from: host'],
    ['port-internal', 'verify-port-internal', 'ports: ["443:443"]'],
    ['only-inside', 'verify-only-inside', 'firewall'],
    ['asset', 'verify-asset-missing', 'curl -I'],
    ['websocket', 'verify-websocket-refused', 'proxy_http_version 1.1'],
    ['command', 'verify-command-failed', 'sh -eu'],
    ['container', 'verify-container-failed', 'docker compose ps -a'],
    ['soak', 'verify-not-steady', 'max-failures'],
    ['unsteady', 'verify-failed', 'docker compose logs'],
    ['other', 'verify-failed', 'docker compose logs'],
  ] as const)('%s is %s', (kind, entry, fix) => {
    const error = verificationFailure([verdictOf({ kind, text: 'it said' })], unchanged);
    expect(error).toMatchObject({
      entry,
      why: expect.stringContaining('it said'),
      fix: expect.stringContaining(fix),
    });
    expect(`${error?.title} ${error?.why} ${error?.fix}`).not.toMatch(/<(?!\/dev)/);
  });

  it('names every URL that failed, and none that passed', () => {
    const verdicts = [
      verdictOf(undefined, 'http://good/'),
      verdictOf({ kind: 'status', text: 'status 500' }, 'http://one/'),
      verdictOf({ kind: 'refused', text: 'refused' }, 'http://two/'),
    ];
    const error = verificationFailure(verdicts, unchanged);
    expect(error?.title).toContain('http://one/');
    expect(error?.details).toEqual(['http://two/: refused']);
  });

  it('is nothing when all passed', () => {
    expect(verificationFailure([verdictOf(undefined)], unchanged)).toBeUndefined();
  });

  it('says of a provisional release that it is still live, and of none that nothing changed', () => {
    const failed = [verdictOf({ kind: 'status', text: 'status 500' })];
    expect(verificationFailure(failed, provisionalState('r7'))?.hostState).toEqual({
      state: 'provisional',
      release: 'r7',
    });
    expect(verificationFailure(failed, provisionalState(''))?.hostState).toEqual(unchanged);
  });
});
