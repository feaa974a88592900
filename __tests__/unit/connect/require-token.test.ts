import { describe, expect, it } from '@jest/globals';
import { namedSecret } from '../../../src/connect/require-token.js';

describe('the secret that an input is given', () => {
  it.each([
    ['github-token: ${{ secrets.PAT }}', 'PAT'],
    ['  - github-token: "${{ secrets.PAT || secrets.OTHER }}"', 'PAT'],
    ['github-token: ${{ secrets.A }}\n  github-token: ${{ secrets.B }}', undefined],
    ['github-token: ${{ github.token }}', undefined],
    ['other-token: ${{ secrets.PAT }}', undefined],
    ['', undefined],
  ])('%s', (workflow, name) => {
    expect(namedSecret(workflow, 'github-token')).toBe(name);
  });
});
