import { describe, expect, it } from '@jest/globals';
import { bucketVerdict } from '../../../src/preflight/plan/bucket-verdict.js';
import type { GcsSubject, S3Subject } from '../../../src/preflight/plan/check.js';

describe('bucketVerdict', () => {
  const gcs: GcsSubject = { kind: 'gcs', bucket: 'state', access: 'write', versioned: true };
  const s3: S3Subject = { ...gcs, kind: 's3', endpoint: undefined, region: 'eu-central-1' };

  it.each([
    [gcs, 'gcloud storage buckets create gs://state'],
    [s3, 'aws s3 mb s3://state --region eu-central-1'],
    [{ ...s3, endpoint: new URL('https://minio:9000') }, '--endpoint-url https://minio:9000/'],
  ])('D2: a missing bucket gets the command that makes it', (subject, command) => {
    expect(bucketVerdict(subject, { kind: 'missing' })).toMatchObject({
      verdict: 'fail',
      detail: 'there is no bucket state',
      fix: expect.stringContaining(command),
    });
  });

  it('only where names are shared is one that may be taken', () => {
    const own = { ...s3, endpoint: new URL('https://minio:9000') };
    expect(bucketVerdict(s3, { kind: 'missing' }).fix).toContain('choose another');
    expect(bucketVerdict(own, { kind: 'missing' }).fix).not.toContain('choose another');
  });

  it('D2: a forbidden one names the permissions, and whether it is known to exist', () => {
    const state = {
      kind: 'refused',
      message: '403 AccessDenied',
      lacking: ['s3:PutObject'],
    } as const;
    const there = bucketVerdict(s3, { ...state, exists: true });
    expect(there.detail).toContain('the bucket exists, but this login lacks s3:PutObject');
    expect(there.fix).not.toContain('aws s3 mb');
    const hidden = bucketVerdict(s3, { ...state, exists: false });
    expect(hidden.detail).toContain('does not tell whether the bucket exists');
    expect(hidden.fix).toContain('If it does not exist: `aws s3 mb');
  });

  it.each([
    [true, 'pass', undefined],
    [false, 'fail', 'gcloud storage buckets update gs://state --versioning'],
    [undefined, 'warn', 'storage.buckets.get'],
  ])('with versions %s it is %s', (versioned, verdict, fix) => {
    const outcome = bucketVerdict(gcs, { kind: 'open', versioned });
    expect(outcome.verdict).toBe(verdict);
    if (fix !== undefined) expect(outcome.fix).toContain(fix);
  });

  it('one in another region says which', () => {
    expect(bucketVerdict(s3, { kind: 'elsewhere', region: 'us-west-2' }).fix).toContain(
      'region: us-west-2',
    );
  });
});
