import { describe, expect, it } from '@jest/globals';
import { interpolate } from '../../../src/compose/interpolate.js';
import { growthOfWork, proportional } from '../../support/growth-of-work.js';

const env = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
]);

describe('interpolate', () => {
  it.each([
    ['$SET/${SET}', 'value/value'],
    ['${UNSET}', ''],
    ['${UNSET:-d} ${UNSET-d} ${EMPTY:-d} ${EMPTY-d}', 'd d d '],
    ['${SET:+x} ${UNSET:+x} ${EMPTY+x} ${EMPTY:+x}', 'x  x '],
    ['${UNSET:-${SET}}', 'value'],
    ['$$SET $${SET}', '$SET ${SET}'],
    ['${SET:?no}', 'value'],
    ['a $ b $5', 'a $ b $5'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, env)).toBe(expected);
  });

  it.each([
    ['${UNSET:?say why}', 'UNSET is required: say why'],
    ['${SET', 'lacks its `}`'],
    ['${5}', 'begins no variable'],
  ])('%s is refused', (text, why) => {
    expect(() => interpolate(text, env)).toThrow(why);
  });

  it('takes no more work for a long line than in proportion to it', async () => {
    const growth = await growthOfWork(
      async (count) => {
        expect(interpolate('${UNSET:-b}'.repeat(count), env)).toHaveLength(count);
        return Promise.resolve();
      },
      5000,
      proportional,
    );
    expect(growth).toBeLessThanOrEqual(proportional);
  });
});
