import { describe, expect, it } from '@jest/globals';
import { startSeconds } from '../../../src/deploy/plan/start-seconds.js';
import { readProject } from '../../support/read-project.js';

const secondsOf = (services: string): number =>
  startSeconds(readProject({ 'compose.yml': `services: { ${services} }` }), 600);

const check = 'healthcheck: { interval: 5s, timeout: 5s, retries: 2, start_period: 30s }';

describe('startSeconds', () => {
  it.each([
    ['a: { image: x }, b: { image: x, stop_grace_period: 2m }', 120],
    ['a: { image: x, depends_on: [b] }, b: { image: x, stop_grace_period: 2m }', 130],
    // What nobody waits for takes no time of Compose's.
    [`a: { image: x, depends_on: [b] }, b: { image: x, ${check} }`, 20],
    [
      `a: { image: x, depends_on: { b: { condition: service_healthy } } }, b: { image: x, ${check} }`,
      70,
    ],
    [
      'a: { image: x, depends_on: { b: { condition: service_completed_successfully } } }, b: { image: x }',
      620,
    ],
    [
      `a: { image: x, depends_on: { b: { condition: service_healthy }, c: { condition: service_started } } },
       b: { image: x, ${check}, depends_on: { d: { condition: service_healthy } } },
       c: { image: x, stop_grace_period: 1m }, d: { image: x, ${check} }`,
      130,
    ],
    ['a: { image: x, profiles: [off], stop_grace_period: 1h }, b: { image: x }', 10],
    ['a: { image: x, depends_on: [b] }, b: { image: x, depends_on: [a] }', 20],
  ])('of %s is %d', (services, seconds) => {
    expect(secondsOf(services)).toBe(seconds);
  });
});
