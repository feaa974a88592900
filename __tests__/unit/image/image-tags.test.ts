import { describe, expect, it } from '@jest/globals';
import { imageTags, tagProblem } from '../../../src/image/image-tags.js';

const sha = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';

describe('tags', () => {
  it.each([
    ['refs/heads/main', ['branch', 'latest', 'semver'], ['main', 'latest']],
    ['refs/heads/feature/New login', ['branch', 'latest'], ['feature-New-login']],
    ['refs/tags/v1.2.3', ['semver', 'branch', 'latest'], ['1.2.3', '1.2', '1']],
    ['refs/tags/1.2.3', ['semver'], ['1.2.3', '1.2', '1']],
    ['refs/tags/v0.4.0', ['semver'], ['0.4.0', '0.4']],
    ['refs/tags/v2.0.0-rc.1', ['semver'], ['2.0.0-rc.1']],
    ['refs/tags/nightly', ['semver', '{tag}-x'], ['nightly-x']],
    ['refs/pull/7/merge', ['branch', 'pr-{branch}', 'pr'], ['pr']],
    ['refs/heads/main', ['{branch}-{date}-{run}-{sha}'], ['main-20260131-42-1a2b3c4d5e6f']],
    ['refs/heads/main', ['stable', 'stable'], ['stable']],
  ])('%s with %j', (ref, entries, expected) => {
    const now = new Date('2026-01-31T23:59:00Z');
    const facts = { sha, ref, defaultBranch: 'main', runNumber: '42', now };
    expect(imageTags(entries, facts)).toEqual(['sha-1a2b3c4d5e6f', ...expected]);
  });

  it('need to know the default branch for `latest`', () => {
    const facts = { sha, ref: 'refs/heads/main', runNumber: '1', now: new Date(0) };
    expect(imageTags(['latest'], { ...facts, defaultBranch: undefined })).toHaveLength(1);
  });

  it.each(['branch', 'v1', '{sha}-x', '_x', 'a'.repeat(128)])('may be %s', (entry) => {
    expect(tagProblem(entry)).toBeUndefined();
  });

  it.each(['-x', 'a b', 'a/b', '{commit}', 'a'.repeat(129), '.x', 'a:b'])(
    'may not be %s',
    (entry) => {
      expect(tagProblem(entry)).toBeDefined();
    },
  );
});
