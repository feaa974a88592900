import { describe, expect, it } from '@jest/globals';
import { tokenKind } from '../../../src/github/plan/token-kind.js';

describe('the kind of a token', () => {
  it.each([
    ['ghs_x', "the job's own token", '`permissions: actions: read`'],
    ['github_pat_x', 'fine-grained', 'Actions: read'],
    ['ghp_x', 'classic', 'scope `repo`'],
    ['gho_x', 'OAuth', 'fine-grained'],
    ['ghu_x', "an App's token for a person", 'Actions: read'],
    ['x', 'unknown', '`permissions: actions: read`'],
  ])('%s', (token, kind, remedy) => {
    expect(tokenKind(token).description).toContain(kind);
    expect(tokenKind(token).remedy('Actions: read')).toContain(remedy);
  });
});

describe('Token kinds', () => {
  it.each([
    ['ghs_x', "the job's own token"],
    ['ghp_x', 'classic'],
    ['github_pat_x', 'fine-grained'],
    ['x', 'unknown kind'],
  ])('%s', (token, words) => {
    expect(tokenKind(token).description).toContain(words);
  });
});
