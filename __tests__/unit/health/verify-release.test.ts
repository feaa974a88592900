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
  { making = 'r2', verified = '', rejected = '', gaveWay = '' } = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const reporter = {
    ...silentReporter,
    exportVariable: (name: string, value: string) => lines.push(`${name}=${value}`),
  };
  const ports = { clock: virtualClock(), reporter };
  await verifyRelease({ checks, patience }, { making, verified, rejected, gaveWay }, ports).catch(
    () => undefined,
  );
  return lines;
}

const begun = ['DEPLOY_KIT_VERIFIED=', 'DEPLOY_KIT_REJECTED=r2'];

describe('verifyRelease', () => {
  it('names the release as rejected until it has passed', async () => {
    expect(await told(() => Promise.resolve([check(true)]))).toEqual([
      ...begun,
      'DEPLOY_KIT_REJECTED=',
      'DEPLOY_KIT_VERIFIED=r2',
    ]);
  });

  it('leaves one that has not passed rejected, and one that could not be looked at', async () => {
    expect(await told(() => Promise.resolve([check(true), check(false)]))).toEqual(begun);
    expect(await told(() => Promise.reject(new Error('no server')))).toEqual(begun);
  });

  it('leaves what was said of other releases of the job', async () => {
    const earlier = { verified: 'r1 r2', rejected: 'r0' };
    const start = ['DEPLOY_KIT_VERIFIED=r1', 'DEPLOY_KIT_REJECTED=r0 r2'];
    expect(await told(() => Promise.resolve([check(true)]), earlier)).toEqual([
      ...start,
      'DEPLOY_KIT_REJECTED=r0',
      'DEPLOY_KIT_VERIFIED=r1 r2',
    ]);
    expect(await told(() => Promise.resolve([check(false)]), earlier)).toEqual(start);
  });

  it('looks at nothing where the release of the job gave way to a newer one', async () => {
    const never = (): never => {
      throw new Error('it was looked at');
    };
    const job = { making: '', verified: '', rejected: '', gaveWay: 'r1' };
    const ports = { clock: virtualClock(), reporter: silentReporter };
    expect(await verifyRelease({ checks: never, patience }, job, ports)).toEqual({
      verdicts: [],
      failed: undefined,
    });
  });

  it('speaks for every release that none has spoken of', async () => {
    const lines = await told(() => Promise.resolve([check(true)]), { making: 'r2 r3' });
    expect(lines.at(-1)).toBe('DEPLOY_KIT_VERIFIED=r2 r3');
  });

  it('does not take back what an earlier one has rejected', async () => {
    const lines = await told(() => Promise.resolve([check(true)]), { rejected: 'r2' });
    expect(lines).toContain('DEPLOY_KIT_REJECTED=r2');
    expect(lines).not.toContain('DEPLOY_KIT_REJECTED=');
  });

  it('takes nothing to verify for no pass', async () => {
    expect(await told(() => Promise.resolve([]))).toEqual([...begun, 'DEPLOY_KIT_REJECTED=']);
  });

  it('says nothing of a release where the job has none', async () => {
    expect(await told(() => Promise.resolve([check(false)]), { making: '' })).toEqual([]);
  });
});
