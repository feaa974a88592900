import type { HttpExpectation } from '../../src/health/plan/http-expectation.js';

/** Status 200, and what is added to it. */
export function expectation(more: Partial<HttpExpectation> = {}): HttpExpectation {
  return {
    statuses: [{ from: 200, to: 200 }],
    contains: [],
    matches: undefined,
    json: new Map(),
    headers: new Map(),
    revision: undefined,
    maxLatencySeconds: undefined,
    tlsMinDays: undefined,
    ...more,
  };
}
