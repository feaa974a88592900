import { describe, expect, it } from '@jest/globals';
import type { HealthCheck } from '../../../src/health/health-check.js';
import { verifyRelease } from '../../../src/health/verify-release.js';
import { silentReporter } from '../../support/reporters.js';
import { virtualClock } from '../../support/virtual-clock.js';

const patience = {
  successes: 1,
  intervalSeconds: 1,
  timeoutSeconds: 3,
  failFast: false,
  soakSeconds: 0,
  maxFailures: 0,
};

const check = (isHealthy: boolean): HealthCheck => ({
  name: 'http://app/',
  place: { host: 'app', name: 'app', port: '80', expected: 'status 200' },
  observe: () =>
    Promise.resolve({
      seconds: 0.1,
      fault: isHealthy ? undefined : { kind: 'status', text: 'status 500' },
    }),
});

/** Verifies, and returns what the job's later steps are told. */
async function told(
  checks: () => Promise<readonly HealthCheck[]>,
  { release = 'r2', verified = '', rejected = '' } = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const reporter = {
    ...silentReporter,
    exportVariable: (name: string, value: string) => lines.push(`${name}=${value}`),
  };
  const verification = { checks, patience, release, verified, rejected };
  await verifyRelease(verification, { clock: virtualClock(), reporter }).catch(() => undefined);
  return lines;
}

describe('verifyRelease', () => {
  it('names the release that has passed', async () => {
    expect(await told(() => Promise.resolve([check(true)]))).toEqual([
      'DEPLOY_KIT_VERIFIED=',
      'DEPLOY_KIT_VERIFIED=r2',
    ]);
  });

  it('names the release that has not, and takes back what an earlier one has said', async () => {
    expect(await told(() => Promise.resolve([check(true), check(false)]))).toEqual([
      'DEPLOY_KIT_VERIFIED=',
      'DEPLOY_KIT_REJECTED=r2',
    ]);
  });

  it('leaves what was said of other releases of the job', async () => {
    const earlier = { verified: 'r1 r2', rejected: 'r0' };
    expect(await told(() => Promise.resolve([check(true)]), earlier)).toEqual([
      'DEPLOY_KIT_VERIFIED=r1',
      'DEPLOY_KIT_VERIFIED=r1 r2',
    ]);
    expect(await told(() => Promise.resolve([check(false)]), earlier)).toEqual([
      'DEPLOY_KIT_VERIFIED=r1',
      'DEPLOY_KIT_REJECTED=r0 r2',
    ]);
  });

  it('rejects what could not be looked at', async () => {
    expect(await told(() => Promise.reject(new Error('no server')))).toEqual([
      'DEPLOY_KIT_VERIFIED=',
      'DEPLOY_KIT_REJECTED=r2',
    ]);
  });

  it('takes nothing to verify for no pass', async () => {
    expect(await told(() => Promise.resolve([]))).toEqual(['DEPLOY_KIT_VERIFIED=']);
  });

  it('says nothing of a release where the job has none', async () => {
    expect(await told(() => Promise.resolve([check(false)]), { release: '' })).toEqual([]);
  });
});
