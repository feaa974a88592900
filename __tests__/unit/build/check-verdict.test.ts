import { describe, expect, it } from '@jest/globals';
import { type CheckedContainer, judgeContainer } from '../../../src/build/plan/check-verdict.js';

describe('a checked container', () => {
  const container = (state: object, restarts = 0): CheckedContainer => ({
    Id: 'x',
    Name: '/p-web-1',
    RestartCount: restarts,
    State: { Status: 'running', ExitCode: 0, StartedAt: '2026-01-01T00:00:00.5Z', ...state },
    Config: { Labels: { 'com.docker.compose.service': 'web' } },
  });
  const at = (seconds: number): Date =>
    new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000);

  it.each([
    ['healthy', container({ Health: { Status: 'healthy' } }), 1, 'passed'],
    ['starting', container({ Health: { Status: 'starting' } }), 60, 'waiting'],
    ['unhealthy', container({ Health: { Status: 'unhealthy' } }), 1, 'failed'],
    ['just up, without a healthcheck', container({}), 2, 'waiting'],
    ['up for a while', container({}), 4, 'passed'],
    ['a one-time service', container({ Status: 'exited' }), 1, 'passed'],
    ['a crash', container({ Status: 'exited', ExitCode: 1 }), 1, 'failed'],
    ['a restart loop', container({}, 2), 60, 'failed'],
    [
      'not started',
      container({ Status: 'created', StartedAt: '0001-01-01T00:00:00Z' }),
      1,
      'waiting',
    ],
  ])('%s', (_, checked, seconds, kind) => {
    expect(judgeContainer(checked, at(seconds)).kind).toBe(kind);
  });
});
