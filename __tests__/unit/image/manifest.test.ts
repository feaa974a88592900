import { describe, expect, it } from '@jest/globals';
import { readManifest, samePlatform } from '../../../src/image/manifest.js';
import { hardValues } from '../../support/hard-values.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('platforms', () => {
  it.each([
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm', 'linux/arm/v7', true],
    ['linux/arm/v6', 'linux/arm/v7', false],
    ['linux/x86_64', 'linux/amd64', true],
    ['arm64', 'linux/arm64', true],
    ['linux/aarch64', 'linux/arm64/v8', true],
    ['linux/amd64/v3', 'linux/amd64', false],
    ['windows/amd64', 'linux/amd64', false],
  ])('%s and %s: %s', (wanted, available, same) => {
    expect(samePlatform(wanted, available)).toBe(same);
  });
});

describe('A manifest', () => {
  it('leaves attestations out of the platforms', () => {
    const manifests = [
      { digest, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      {
        digest,
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
      },
    ];
    expect(readManifest({ manifests })).toEqual({
      kind: 'index',
      images: [{ platform: 'linux/arm64/v8', digest }],
    });
    expect(readManifest({ config: { digest } })).toEqual({
      kind: 'image',
      configDigest: digest,
      layerDigests: [],
      size: 0,
    });
    expect(
      readManifest({ config: { digest }, layers: [5, 7].map((size) => ({ digest, size })) }),
    ).toMatchObject({ size: 12 });
    expect(readManifest({ errors: [] })).toBeUndefined();
    expect(samePlatform('linux/arm64', 'linux/arm64/v8')).toBe(true);
    expect(samePlatform('linux/amd64', 'linux/arm64')).toBe(false);
    expect(samePlatform('linux/armv7l', 'linux/arm/v7')).toBe(true);
  });
});

describe('Whatever comes', () => {
  it('a manifest is read or refused', () => {
    readsOrRefuses(hardValues, (value) => readManifest(value));
  });
});
