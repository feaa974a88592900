import { describe, expect, it } from '@jest/globals';
import { nameVerdict } from '../../../src/preflight/plan/name-verdict.js';

describe('nameVerdict', () => {
  const found = (...addresses: readonly string[]) => ({ kind: 'found', addresses }) as const;

  it.each([
    ['leads there', found('203.0.113.7'), ['203.0.113.7'], 'pass', 'leads to 203.0.113.7'],
    ['leads elsewhere', found('198.51.100.1'), ['203.0.113.7'], 'fail', 'not to 203.0.113.7'],
    [
      'leads there and elsewhere',
      found('203.0.113.7', '198.51.100.1'),
      ['203.0.113.7'],
      'warn',
      'but also to 198.51.100.1',
    ],
    [
      'has an IPv6 address that nobody can compare',
      found('203.0.113.7', '2001:db8::1'),
      ['203.0.113.7'],
      'pass',
      'leads to 203.0.113.7',
    ],
    [
      'has its address in another spelling',
      found('2001:db8::1'),
      ['2001:DB8:0:0::1'],
      'pass',
      'leads to 2001:db8::1',
    ],
    ['is unknown', { kind: 'unknown' } as const, ['203.0.113.7'], 'fail', 'knows no address'],
    [
      'is not answered for',
      { kind: 'failed', message: 'ESERVFAIL' } as const,
      ['203.0.113.7'],
      'fail',
      'ESERVFAIL',
    ],
  ])('a name that %s', (_, answer, expected, verdict, words) => {
    expect(nameVerdict('app.example.com', answer, expected[0] ?? '', expected)).toMatchObject({
      verdict,
      detail: expect.stringContaining(words),
    });
  });

  it('the record that is missing is written out', () => {
    const outcome = nameVerdict('a.example.com', { kind: 'unknown' }, '203.0.113.7', [
      '203.0.113.7',
    ]);
    expect(outcome.fix).toContain('`a.example.com. A 203.0.113.7`');
  });
});
