import { describe, expect, it } from '@jest/globals';
import { composeSeconds } from '../../../src/compose/waits.js';
import { readProject } from '../../support/read-project.js';

describe('What Compose may have to wait for', () => {
  it.each([
    ['1m30s', 90],
    ['2.5s', 2.5],
    ['1h5m30s20ms', 3930.02],
    ['500us', 0.0005],
    ['', undefined],
    ['soon', undefined],
    ['10', undefined],
    ['1m tomorrow', undefined],
    [10, undefined],
  ])('%j is a duration of %j s', (value, seconds) => {
    const read = composeSeconds(value);
    expect(read === undefined ? read : Number(read.toFixed(6))).toBe(seconds);
  });

  it.each([
    ['', { stopSeconds: 10, startPeriodSeconds: 0, healthSeconds: 180, forHealthOf: [] }],
    [
      ', stop_grace_period: 2m, healthcheck: { start_period: 1m, interval: 5s, timeout: 2s, retries: 4 }',
      { stopSeconds: 120, startPeriodSeconds: 60, healthSeconds: 88 },
    ],
    [
      ', depends_on: { b: { condition: service_healthy }, c: { condition: service_started } }',
      { forHealthOf: ['b'] },
    ],
  ])('of a service with %j', (yaml, waits) => {
    const text = `services: { a: { image: x${yaml} }, b: { image: x }, c: { image: x } }`;
    expect(readProject({ 'compose.yml': text }).services[0]?.traits.waits).toMatchObject(waits);
  });
});
