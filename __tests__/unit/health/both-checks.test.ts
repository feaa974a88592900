import { describe, expect, it } from '@jest/globals';
import { bothChecks } from '../../../src/health/both-checks.js';
import type { HealthCheck } from '../../../src/health/health-check.js';
import type { Fault } from '../../../src/health/plan/fault.js';

describe('Seen from both sides', () => {
  const seen = (fault: Fault | undefined): HealthCheck => ({
    name: 'http://a/',
    place: { host: 'a:80', name: 'a', port: '80', expected: 'x' },
    observe: () => Promise.resolve({ fault, seconds: 1 }),
  });
  const refused: Fault = { kind: 'refused', text: 'refused' };

  it('tells what works on the server alone', async () => {
    const look = async (outside?: Fault, inside?: Fault): Promise<Fault | undefined> =>
      (await bothChecks(seen(outside), seen(inside)).observe()).fault;
    expect(await look()).toBeUndefined();
    expect(await look(refused)).toMatchObject({ kind: 'only-inside' });
    expect(await look(undefined, refused)).toMatchObject({
      kind: 'refused',
      text: 'seen from the server: refused',
    });
  });
});
