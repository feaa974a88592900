import { describe, expect, it } from '@jest/globals';
import {
  atCommit,
  formatImageReference,
  parseImageReference,
} from '../../../src/image/image-reference.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('Image references', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', undefined],
    ['acme/api:1.4', 'docker.io', 'acme/api', '1.4'],
    ['ghcr.io/acme/api:sha-1', 'ghcr.io', 'acme/api', 'sha-1'],
    ['127.0.0.1:5000/app', '127.0.0.1:5000', 'app', undefined],
    ['localhost/app:x', 'localhost', 'app', 'x'],
  ])('%s', (text, registry, repository, tag) => {
    expect(parseImageReference(text)).toEqual({ registry, repository, tag, digest: undefined });
  });

  it('keeps tag and digest together, as docker pull takes them', () => {
    const text = `ghcr.io/acme/api:v1@${digest}`;
    const parsed = parseImageReference(text);
    expect(parsed && formatImageReference(parsed)).toBe(text);
  });

  it.each(['', 'Upper', 'a//b', 'a:b:c', 'a@sha256:short', 'a b', '-x', 'ghcr.io/'])(
    '%p is none',
    (text) => {
      expect(parseImageReference(text)).toBeUndefined();
    },
  );

  it('means the image of the commit where it names neither tag nor digest', () => {
    const image = { registry: 'ghcr.io', repository: 'a/b', tag: undefined, digest: undefined };
    expect(atCommit(image, '1a2b3c4d5e6f7890').tag).toBe('sha-1a2b3c4d5e6f');
    expect(atCommit({ ...image, tag: 'v1' }, '1a2b3c4d5e6f7890').tag).toBe('v1');
  });
});

describe('Whatever comes', () => {
  it('an image reference is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseImageReference(value));
  });
});
