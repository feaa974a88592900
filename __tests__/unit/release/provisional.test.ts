import { describe, expect, it } from '@jest/globals';
import { makingAnother, namesRelease } from '../../../src/release/provisional.js';

describe('The releases of a job', () => {
  const job = { making: '', rejected: '', verified: '', gaveWay: '' };

  it.each([
    [job, 'r1'],
    [{ ...job, making: 'r0' }, 'r0 r1'],
    [{ ...job, making: 'r0', verified: 'r0' }, 'r1'],
    [{ ...job, making: 'r0 ra', rejected: 'r0' }, 'ra r1'],
    [{ ...job, making: 'r1' }, 'r1'],
  ])('%j and another are spoken for together until they have been: %s', (before, making) => {
    expect(makingAnother(before, 'r1')).toBe(making);
  });

  it('have whole names', () => {
    expect(namesRelease('r1 r22', 'r2')).toBe(false);
    expect(namesRelease('', '')).toBe(false);
    expect(namesRelease('r1 r22', 'r22')).toBe(true);
  });
});
