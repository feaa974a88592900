/**
 * Where a bucket of S3 is: below the endpoint of another store, or at a host of its own at Amazon's. A name with
 * dots would not fit the certificate there, and goes into the path.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function bucketUrl(bucket: string, endpoint: URL | undefined, region: string): string {
  if (endpoint !== undefined) return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
  const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}
