import { describe, expect, it } from '@jest/globals';
import { bucketUrl } from '../../../src/preflight/outside/s3-session.js';

describe('bucketUrl', () => {
  it.each([
    ['state', undefined, 'eu-central-1', 'https://state.s3.eu-central-1.amazonaws.com'],
    ['my.state', undefined, 'eu-central-1', 'https://s3.eu-central-1.amazonaws.com/my.state'],
    ['state', undefined, 'cn-north-1', 'https://state.s3.cn-north-1.amazonaws.com.cn'],
    ['state', new URL('https://minio:9000'), 'us-east-1', 'https://minio:9000/state'],
    ['state', new URL('https://x.example.com/s3/'), 'auto', 'https://x.example.com/s3/state'],
  ])('of %s at %s in %s', (bucket, endpoint, region, url) => {
    expect(bucketUrl(bucket, endpoint, region)).toBe(url);
  });
});
