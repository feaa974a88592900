import { describe, expect, it } from '@jest/globals';
import { after, ifSuccess, onPush, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('conclusions', () => {
  const publish = 'npm publish';
  const files = (job: string, run = publish, on = after('Build')) => ({
    'build.yml': workflow('Build', onPush),
    'publish.yml': workflow('Publish', on, job, run),
  });

  it('a deploy after a workflow that may have failed', async () => {
    const found = await check(files(''));
    expect(shortly(found)).toEqual(['conclusion-unread publish.yml:7:3']);
    expect(found.reports[0]?.fix).toBe(
      "In the job `publish`:\n    if: github.event.workflow_run.conclusion == 'success'",
    );
    expect(shortly(await check(files(ifSuccess)))).toEqual([]);
    expect(
      shortly(
        await check(
          files(
            "    if: ${{ github.event.workflow_run.conclusion == 'success' && github.ref == 'refs/heads/main' }}\n",
          ),
        ),
      ),
    ).toEqual([]);
    expect(shortly(await check(files('', 'make test')))).toEqual([]);
  });

  it('a step may look, too, and so may a job before it', async () => {
    const step = `make\n      - if: github.event.workflow_run.conclusion == 'success'\n        run: npm publish`;
    expect(shortly(await check(files('', step)))).toEqual([]);
    const gate = `${workflow('Publish', after('Build'), '    needs: gate\n', publish)}  gate:
    runs-on: ubuntu-latest
    steps:
      - run: test "$RESULT" = success
        env:
          RESULT: \${{ github.event.workflow_run.conclusion }}
`;
    expect(
      shortly(await check({ 'build.yml': workflow('Build', onPush), 'publish.yml': gate })),
    ).toEqual([]);
  });

  it('without `types` it starts before the end', async () => {
    const found = await check(files('', publish, '  workflow_run:\n    workflows: [Build]'));
    expect(found.reports[0]?.message).toContain('is requested, begins and ends');
    expect(found.reports[0]?.fix).toContain('types: [completed]');
  });

  it('keeps other ways of starting', async () => {
    const found = await check(files('', publish, `${after('Build')}\n  workflow_dispatch:`));
    expect(found.reports[0]?.fix).toContain(
      "if: github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'",
    );
  });
});

describe('D3: phases that are skipped without a word', () => {
  const phases = (more: string) => ({
    'one.yml': workflow('One', onPush),
    'two.yml': `${workflow('Two', after('One'), ifSuccess)}${more}`,
    'three.yml': workflow('Three', after('Two')),
  });

  it('a phase in the middle that only runs after success, with nothing that says so', async () => {
    const found = await check(phases(''));
    expect(shortly(found)).toEqual(['silent-skip two.yml:9:9']);
    expect(found.reports[0]?.message).toContain('three.yml then starts after a skipped run');
    const { fix = '' } = found.reports[0] ?? {};
    const job = fix.slice(fix.indexOf('\n') + 1);
    expect(shortly(await check(phases(`${job}\n`)))).toEqual([]);
  });

  it('is right after a check that failed, when all that follows is skipped, too', async () => {
    const checkAfter = (first: string) =>
      check({
        ...phases(''),
        'one.yml': first,
        'three.yml': workflow('Three', after('Two'), ifSuccess),
      });
    expect(shortly(await checkAfter(workflow('One', onPush)))).toEqual([]);
    const deploys = workflow('One', onPush, '    concurrency: x\n', 'kubectl apply -f k8s');
    expect(shortly(await checkAfter(deploys))).toEqual(['silent-skip two.yml:9:9']);
  });

  it('the last phase is the workflow before’s own failure', async () => {
    expect(
      shortly(
        await check({
          'one.yml': workflow('One', onPush),
          'two.yml': workflow('Two', after('One'), ifSuccess),
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    ["github.ref == 'refs/heads/master'", false],
    ["github.event_name == 'workflow-dispatch'", false],
    ["github.event.client_payload.go == 'yes'", false],
    ["startsWith(github.ref, 'refs/tags/')", false],
    ["github.ref == 'refs/heads/main'", true],
    ["github.event_name == 'push' && vars.ON == 'true'", true],
    ["contains(github.event.head_commit.message, '[deploy]')", true],
    ['failure()', true],
    ['false', true],
  ])('a condition that never holds: %s', async (condition, holds) => {
    const found = await check({ 'a.yml': workflow('A', onPush, `    if: ${condition}\n`) });
    expect(shortly(found)).toEqual(holds ? [] : ['silent-skip a.yml:8:9']);
  });
});

describe('conditions on branches and tags', () => {
  const on = (trigger: string, condition: string) =>
    check({ 'a.yml': workflow('A', trigger, `    if: ${condition}\n`) }, { defaultBranch: 'main' });
  const tags = "  push:\n    tags: ['*']";

  it.each([
    [tags, "github.ref == 'refs/tags/nightly'", true],
    [tags, "github.ref_name == 'nightly'", true],
    [tags, "github.ref == 'refs/heads/nightly'", false],
    ['  repository_dispatch:', "github.ref == 'refs/heads/main'", true],
    ['  repository_dispatch:', "github.ref_name == 'develop'", false],
    ['  repository_dispatch:', "startsWith(github.ref, 'refs/tags/')", false],
    [
      '  workflow_run:\n    workflows: [A]\n    types: [completed]',
      "github.ref == 'refs/heads/x'",
      false,
    ],
  ])('%s, %s', async (trigger, condition, holds) => {
    const rules = (await on(trigger, condition)).reports.map(({ rule }) => rule);
    expect(rules.includes('silent-skip')).toBe(!holds);
  });

  it('hold for each of many branches', async () => {
    const jobs = Array.from(
      { length: 60 },
      (_, at) =>
        `  j${at}: { if: "github.ref == 'refs/heads/t${at}'", runs-on: x, steps: [{ run: ls }] }\n`,
    );
    const many = `on: { push: { branches: ['**'] } }\njobs:\n${jobs.join('')}`;
    expect(shortly(await check({ 'a.yml': many }))).toEqual([]);
  });
});
