import { describe, expect, it } from '@jest/globals';
import { after, onPush, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('workflow_run', () => {
  it('D3: a name that no workflow has is reported, the renamed one named', async () => {
    const files = (name: string) => ({
      'build.yml': workflow('Build', onPush),
      'deploy.yml': workflow('Deploy', after(name)),
    });
    const found = await check(files('Biuld'));
    expect(shortly(found)).toEqual(['workflow-name-unknown deploy.yml:4:17']);
    expect(found.reports[0]?.fix).toBe('workflows: ["Build"]  # build.yml');
    const byFile = await check(files('build.yml'));
    expect(byFile.reports[0]?.message).toContain('a file is named by its `name:`');
    expect(shortly(await check(files('Build')))).toEqual([]);
    expect(shortly(await check(files('"B*"')))).toEqual([]);
    expect(
      shortly(await check(files('pages-build-deployment, pages build and deployment'))),
    ).toHaveLength(1);
  });

  it('a fourth level never starts', async () => {
    const levels = (last: string) => ({
      'a.yml': workflow('A', onPush),
      'b.yml': workflow('B', after('A')),
      'c.yml': workflow('C', after('B')),
      'd.yml': workflow('D', after('C')),
      'e.yml': workflow('E', last),
    });
    const found = await check(levels(after('D')));
    expect(shortly(found)).toEqual(['chain-too-deep e.yml:3:3']);
    expect(found.reports[0]?.message).toContain('A → B → C → D → E');
    expect(shortly(await check(levels(after('C'))))).toEqual([]);
    expect(shortly(await check(levels(`${after('D')}\n${onPush}`)))).toEqual([]);
  });
});
