import { describe, expect, it } from '@jest/globals';
import { parseChallenge } from '../../../src/registry/plan/bearer-challenge.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('What a registry asks for', () => {
  it('reads challenges', () => {
    expect(
      parseChallenge(
        'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:a/b:pull"',
      ),
    ).toEqual({
      scheme: 'bearer',
      realm: 'https://ghcr.io/token',
      service: 'ghcr.io',
      scope: 'repository:a/b:pull',
    });
    expect(parseChallenge('Basic realm="x"')).toEqual({ scheme: 'basic' });
    expect(parseChallenge('Bearer realm="not a url"')).toBeUndefined();
    expect(parseChallenge('Negotiate')).toBeUndefined();
  });
});

describe('Whatever comes', () => {
  it('a challenge of a registry is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseChallenge(value));
  });
});
