import { describe, expect, it } from '@jest/globals';
import { timeToBeStable } from '../../../src/deploy/deploy-rules.js';

describe('Rules between inputs', () => {
  it('what must stay up for longer than all may take is refused', () => {
    expect(timeToBeStable({ healthTimeout: 6, stableFor: 5 })).toBeUndefined();
    expect(timeToBeStable({ healthTimeout: 5, stableFor: 5 })).toMatch(
      /^`stable-for` must be less than `health-timeout`/,
    );
  });
});
