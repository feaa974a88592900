import { describe, expect, it } from '@jest/globals';
import { composeFindings } from '../../../src/preflight/plan/compose-findings.js';
import { readProject } from '../../support/read-project.js';

describe('composeFindings', () => {
  it.each([
    ['2m', ['web (`start_period` 120 s)']],
    ['1m', []],
  ])('weighs a `start_period` of %s against a `health-timeout` of 90 s', (period, slow) => {
    const text = `services: { web: { image: x, healthcheck: { test: [CMD, "true"], start_period: ${period} } } }`;
    const found = composeFindings({
      project: readProject({ 'compose.yml': text }),
      pins: undefined,
      healthcheckInImage: new Set(),
      stableSeconds: 5,
      healthTimeoutSeconds: 90,
    }).filter(({ check }) => check === 'compose: time to start');
    expect(found).toEqual(
      slow.map((words) =>
        expect.objectContaining({
          fix: expect.stringContaining('`health-timeout`'),
          detail: expect.stringContaining(words),
        }),
      ),
    );
  });
});
