import { describe, expect, it } from '@jest/globals';
import { confirmWithinOf } from '../../../src/deploy/confirm-within.js';
import { confirmedOrNever, timeToBeStable } from '../../../src/deploy/deploy-rules.js';

describe('Rules between inputs', () => {
  it('what must stay up for longer than all may take is refused', () => {
    expect(timeToBeStable({ healthTimeout: 6, stableFor: 5 })).toBeUndefined();
    expect(timeToBeStable({ healthTimeout: 5, stableFor: 5 })).toMatch(
      /^`stable-for` must be less than `health-timeout`/,
    );
  });

  it('what is to stay whatever happens does not go back by itself', () => {
    const never = { rollbackOn: 'never' } as const;
    expect(confirmedOrNever({ ...never, confirmWithin: 900 })).toMatch(/^`confirm-within` is set/);
    expect(confirmedOrNever({ ...never, confirmWithin: 0 })).toBeUndefined();
    expect(confirmWithinOf({ ...never, confirmWithin: undefined })).toBe(0);
    expect(confirmWithinOf({ rollbackOn: 'verification', confirmWithin: undefined })).toBe(900);
    expect(confirmWithinOf({ rollbackOn: 'verification', confirmWithin: 60 })).toBe(60);
  });
});
