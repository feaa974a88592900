import { describe, expect, it } from '@jest/globals';
import { rejectionReason } from '../../../src/deploy/plan/rejection.js';

describe('Taking a release back', () => {
  const job = {
    release: 'r2',
    rejected: undefined,
    rollbackOn: 'verification',
    jobStatus: 'success',
  } as const;
  it.each([
    [job, undefined],
    [{ ...job, rejected: 'r2' }, /verify-health/],
    [{ ...job, rejected: 'r1' }, undefined],
    [{ ...job, jobStatus: 'failure' }, undefined],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'failure' }, /"failure"/],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'cancelled' }, /"cancelled"/],
    [{ ...job, rollbackOn: 'never', rejected: 'r2' }, undefined],
    [{ ...job, release: '', rejected: '' }, undefined],
  ] as const)('%j', (end, expected) => {
    const reason = rejectionReason(end);
    if (expected === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(expected);
  });
});
