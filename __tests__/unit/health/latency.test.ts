import { describe, expect, it } from '@jest/globals';
import { curveOf, latencyOf } from '../../../src/health/plan/latency.js';

describe('Latency', () => {
  it('has percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => (99 - index) / 1000);
    expect(latencyOf(hundred)).toEqual({ count: 100, p50: 0.049, p95: 0.094, p99: 0.098 });
    expect(latencyOf([0.2])).toEqual({ count: 1, p50: 0.2, p95: 0.2, p99: 0.2 });
    expect(latencyOf([])).toBeUndefined();
  });

  it('is a curve with few points', () => {
    expect(curveOf([1, 1, 2, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(curveOf([], 3)).toEqual([]);
  });
});
