import { describe, expect, it } from '@jest/globals';
import { Mask } from '../../../playground/runner/mask.js';

describe('The playground’s runner', () => {
  it('hides each line of a secret', () => {
    const mask = new Mask();
    mask.add('first line\nsecond line');
    expect(mask.apply('a first line, a second line')).toBe('a ***, a ***');
  });
});
