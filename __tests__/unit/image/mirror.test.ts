import { describe, expect, it } from '@jest/globals';
import { mirrored } from '../../../src/image/mirror.js';
import { imageNamed } from '../../support/image-named.js';

describe('mirrors', () => {
  const mirrors = [
    { from: 'ghcr.io/acme', to: 'mirror.example.com/acme-ghcr' },
    { from: 'docker.io', to: 'mirror.example.com/hub' },
  ];

  it.each([
    ['ghcr.io/acme/api:v1', 'mirror.example.com/acme-ghcr/api:v1'],
    ['nginx', 'mirror.example.com/hub/library/nginx'],
    ['ghcr.io/acme2/api:v1', 'ghcr.io/acme2/api:v1'],
  ])('%s → %s', (from, to) => {
    expect(mirrored(imageNamed(from), mirrors)).toEqual(imageNamed(to));
  });
});
