import { describe, expect, it } from '@jest/globals';
import { after, listener, onPush, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('events', () => {
  it('a listener that is not on the default branch is reported when that is known', async () => {
    const files = { 'a.yml': listener('deploy') };
    const found = await check(files, {
      defaultBranch: 'main',
      defaultBranchFiles: ['.github/workflows/ci.yml'],
    });
    expect(shortly(found)).toEqual(['listener-off-default-branch a.yml:3:3']);
    expect(
      shortly(await check(files, { defaultBranchFiles: ['.github/workflows/a.yml'] })),
    ).toEqual([]);
    expect(shortly(await check(files))).toEqual([]);
  });
});

describe('workflow_run', () => {
  it('a filter of branches that the workflow before never runs for', async () => {
    const files = (branch: string) => ({
      'a.yml': workflow('A', onPush),
      'b.yml': workflow('B', `${after('A')}\n    branches: [${branch}]`),
    });
    const found = await check(files('master'));
    expect(shortly(found)).toEqual(['branches-never-match b.yml:6:16']);
    expect(found.reports[0]?.fix).toBe('branches: [main]');
    expect(shortly(await check(files('main')))).toEqual([]);
    expect(shortly(await check(files("'m*'")))).toEqual([]);
  });

  it('after one hop the branch is the default one', async () => {
    const files = {
      'a.yml': workflow('A', '  repository_dispatch:'),
      'b.yml': workflow('B', `${after('A')}\n    branches: [develop]`),
    };
    expect(shortly(await check(files, { defaultBranch: 'main' }))).toEqual([
      'branches-never-match b.yml:6:16',
    ]);
    expect(shortly(await check(files, { defaultBranch: 'develop' }))).toEqual([]);
    expect(shortly(await check(files))).toEqual([]);
  });

  it.each([
    ["branches: ['!main']", 'branches-ignore: [main]'],
    ["branches: [main, '!main']", 'branches: [main]'],
    ['branches: [refs/heads/main]', 'main'],
    ['tags: [refs/tags/v1]', 'v1'],
  ])('no push can pass %s', async (filter, fix) => {
    const found = await check({ 'a.yml': workflow('A', `  push:\n    ${filter}`) });
    expect(found.reports.map(({ rule, fix: mended, place }) => [rule, mended, place.line])).toEqual(
      [['branches-never-match', fix, 4]],
    );
  });

  it.each([
    "branches: ['**', '!main']",
    "branches: ['release/**', '!release/old']",
    "tags: ['v[0-9]+.[0-9]+']",
  ])('pushes can pass %s', async (filter) => {
    expect(shortly(await check({ 'a.yml': workflow('A', `  push:\n    ${filter}`) }))).toEqual([]);
  });
});
