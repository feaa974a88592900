import { describe, expect, it } from '@jest/globals';
import { valueAt } from '../../../src/text/value-at.js';
import { hardValues } from '../../support/hard-values.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('A path in JSON', () => {
  it('finds values only where they are', () => {
    expect(valueAt({ a: [{ 'b-c': 1 }] }, 'a[0].b-c')).toBe(1);
    for (const path of ['a.b', 'constructor', '__proto__', 'a[9]'])
      expect(valueAt({ a: [] }, path)).toBeUndefined();
  });
});

describe('Whatever comes', () => {
  it('a path in JSON is read or refused', () => {
    readsOrRefuses(hardValues, (value) => valueAt(value, 'a.b[0].c'));
  });
});
