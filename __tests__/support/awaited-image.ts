import type { RemoteImage } from '../../src/image/remote-image.js';

/** The image that is waited for. */
export const awaited = {
  registry: 'ghcr.io',
  repository: 'acme/api',
  tag: 'latest',
  digest: undefined,
};
export const digest = `sha256:${'a'.repeat(64)}`;
export const found: RemoteImage = { digest, platforms: ['linux/amd64'] };
export const wait = { image: awaited, platforms: [], timeoutSeconds: 300 };
export const revision = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';
