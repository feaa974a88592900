import { describe, expect, it } from '@jest/globals';
import { describeExpectation, parseStatuses } from '../../../src/health/plan/http-expectation.js';
import { expectation } from '../../support/expectation.js';

const expected = expectation({ statuses: [{ from: 200, to: 204 }], contains: ['well'] });

describe('The expectation of a URL', () => {
  it('reads statuses and ranges, and nothing else', () => {
    expect(parseStatuses('200-299, 301')).toEqual([
      { from: 200, to: 299 },
      { from: 301, to: 301 },
    ]);
    for (const text of ['', '2xx', '200-', '299-200', '600', '20'])
      expect(parseStatuses(text)).toBeUndefined();
  });

  it('is a part of a sentence', () => {
    expect(describeExpectation({ ...expected, json: new Map([['a', 1]]) })).toBe(
      'status 200-204 and a body with "well" and `a` = 1',
    );
  });
});
