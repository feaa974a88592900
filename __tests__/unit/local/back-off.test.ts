import { describe, expect, it } from '@jest/globals';
import { pollPause } from '../../../src/local/plan/back-off.js';

describe('A wait', () => {
  it('asks at most 36 times in five minutes, however chance has it', () => {
    for (const random of [0, 0.5, 1]) {
      let seconds = 0;
      let requests = 1;
      while ((seconds += pollPause(requests, random)) <= 300) requests += 1;
      expect(requests).toBeLessThanOrEqual(36);
      expect(pollPause(1, random)).toBeLessThan(1.2);
    }
  });
});
