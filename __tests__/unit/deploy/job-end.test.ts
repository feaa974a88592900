import { describe, expect, it } from '@jest/globals';
import { rejectionReason } from '../../../src/deploy/plan/job-end.js';

describe('Taking a release back', () => {
  const job = {
    release: 'r2',
    rejected: '',
    verified: '',
    unfinished: false,
    rollbackOn: 'verification',
    jobStatus: 'success',
  } as const;
  it.each([
    [job, undefined],
    [{ ...job, rejected: 'r2' }, /verification of this job failed/],
    [{ ...job, rejected: 'r1' }, undefined],
    [{ ...job, jobStatus: 'failure' }, undefined],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'failure' }, /"failure"/],
    [{ ...job, rollbackOn: 'job-failure', jobStatus: 'cancelled', verified: 'r2' }, /"cancelled"/],
    [{ ...job, jobStatus: 'cancelled' }, /cancelled before/],
    [{ ...job, jobStatus: 'cancelled', verified: 'r1' }, /cancelled before/],
    [{ ...job, jobStatus: 'cancelled', verified: 'r2' }, undefined],
    [{ ...job, jobStatus: 'cancelled', verified: 'r1 r2 r3' }, undefined],
    [{ ...job, rejected: 'r1 r2' }, /verification of this job failed/],
    [{ ...job, jobStatus: 'failure', verified: 'r2' }, undefined],
    [{ ...job, rollbackOn: 'never', rejected: 'r2' }, undefined],
    [{ ...job, rollbackOn: 'never', jobStatus: 'cancelled' }, undefined],
    [{ ...job, release: '', rejected: '' }, undefined],
    [{ ...job, unfinished: true, jobStatus: 'failure' }, /good end on each of its servers/],
    [{ ...job, unfinished: true, rollbackOn: 'never' }, /good end on each of its servers/],
    [{ ...job, unfinished: true, jobStatus: 'cancelled' }, /cancelled before/],
    [{ ...job, unfinished: true, release: '' }, undefined],
  ] as const)('%j', (end, expected) => {
    const reason = rejectionReason(end);
    if (expected === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(expected);
  });
});
