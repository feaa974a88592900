import { describe, expect, it } from '@jest/globals';
import { type ApiFailure, judgeFailure } from '../../../src/github/plan/github-retry.js';

describe('how a failed request is treated', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const failed = (more: Partial<ApiFailure>): ApiFailure => ({
    status: 500,
    message: '',
    headers: {},
    neverArrived: false,
    ...more,
  });

  it.each([
    ['a 502', failed({ status: 502 }), { kind: 'unclear', pause: 2 }],
    ['no answer', failed({ status: 0 }), { kind: 'unclear', pause: 2 }],
    ['a closed port', failed({ status: 0, neverArrived: true }), { kind: 'again', pause: 2 }],
    ['a 422', failed({ status: 422 }), { kind: 'final' }],
    ['a 403 without a limit', failed({ status: 403 }), { kind: 'final' }],
    [
      'Retry-After',
      failed({ status: 403, headers: { 'retry-after': '7' } }),
      { kind: 'again', pause: 7 },
    ],
    [
      'a secondary limit without a header',
      failed({ status: 403, message: 'You have exceeded a secondary rate limit' }),
      { kind: 'again', pause: 60 },
    ],
    [
      'a limit that is reset soon',
      failed({
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': now.getTime() / 1000 + 30 },
      }),
      { kind: 'again', pause: 31 },
    ],
    [
      'a limit that is reset late',
      failed({
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': now.getTime() / 1000 + 1799 },
      }),
      { kind: 'exhausted', until: new Date('2026-01-01T00:30:00Z') },
    ],
  ])('%s', (_, failure, verdict) => {
    expect(judgeFailure(failure, 1, now)).toEqual(verdict);
  });

  it('waits longer each time', () => {
    expect([1, 2, 3].map((attempt) => judgeFailure(failed({}), attempt, now))).toEqual([
      { kind: 'unclear', pause: 2 },
      { kind: 'unclear', pause: 4 },
      { kind: 'unclear', pause: 8 },
    ]);
  });
});
