import { describe, expect, it } from '@jest/globals';
import { parseMetadata, sameImage } from '../../../src/build/plan/build-metadata.js';

describe('buildx’s metadata', () => {
  it('is one object for a build, one a target for a bake', () => {
    const one = { 'containerimage.digest': 'sha256:a', 'containerimage.config.digest': 'sha256:c' };
    expect(parseMetadata(JSON.stringify(one), 'dockerfile', ['image']).get('image')).toEqual({
      digest: 'sha256:a',
      configDigest: 'sha256:c',
    });
    const several = JSON.stringify({ api: one, 'buildx.build.warnings': [] });
    expect(parseMetadata(several, 'bake', ['api']).get('api')?.digest).toBe('sha256:a');
    expect(() => parseMetadata(several, 'bake', ['web'])).toThrow('no digest of web');
  });

  it.each([
    ['an engine that keeps images by configuration', ['c', undefined], ['m', 'c'], true],
    ['the same configuration', ['m1', 'c'], ['m2', 'c'], true],
    ['the same manifest', ['m', undefined], ['m', undefined], true],
    ['another configuration', ['m1', 'c1'], ['m2', 'c2'], false],
    ['several platforms', ['m1', 'c1'], ['index', undefined], undefined],
    ['nothing to compare', ['m1', undefined], ['m2', 'c'], undefined],
  ] as const)('tells whether it is the same image: %s', (_, checked, pushed, same) => {
    const built = ([digest, configDigest]: readonly [string, string | undefined]) => ({
      digest,
      configDigest,
    });
    expect(sameImage(built(checked), built(pushed))).toBe(same);
  });
});
