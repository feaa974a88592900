import { describe, expect, it } from '@jest/globals';
import { check, shortly } from '../support/workflow-cases.js';

/** A workflow with one job that runs a command. */
function workflow(name: string, on: string, job = '', run = 'make', runsOn = ''): string {
  return `name: ${name}
on:
${on}
jobs:
  ${name.toLowerCase()}:
    runs-on: ubuntu-latest
${runsOn}${job}    steps:
      - run: ${run}
`;
}

const onPush = '  push:\n    branches: [main]';
const after = (name: string): string =>
  `  workflow_run:\n    workflows: [${name}]\n    types: [completed]`;
const ifSuccess = "    if: github.event.workflow_run.conclusion == 'success'\n";

/** A step that sends an event. */
function sender(on: string, step: string): string {
  return `name: Sender
on:
${on}
jobs:
  send:
    runs-on: ubuntu-latest
    steps:
${step}`;
}

const dispatch = (type: string): string => `      - uses: peter-evans/repository-dispatch@v4
        with:
          event-type: ${type}
`;

const listener = (type: string): string =>
  workflow('Listener', `  repository_dispatch:\n    types: [${type}]`);

describe('events', () => {
  it('an event that nobody listens to is reported where it is sent, the near miss named', async () => {
    const files = {
      'a.yml': sender(onPush, dispatch('deploy_app')),
      'b.yml': listener('deploy-app'),
    };
    const { reports } = await check(files);
    expect(reports.map(({ rule, place }) => [rule, place.line, place.column])).toEqual([
      ['event-unheard', 11, 23],
      ['event-unsent', 4, 13],
    ]);
    expect(reports[0]?.fix).toBe('Send `deploy-app`, which b.yml listens to.');
    expect(reports[1]?.fix).toBe('types: [deploy_app]');
    expect(
      shortly(await check({ ...files, 'a.yml': sender(onPush, dispatch('deploy-app')) })),
    ).toEqual([]);
  });

  it.each([
    ['deploy-kit', '      - uses: org/deploy-kit/dispatch@v1\n', 9, 9],
    [
      'gh api',
      "      - run: gh api repos/${{ github.repository }}/dispatches -f event_type=deploy\n        env: { GH_TOKEN: '${{ secrets.PAT }}' }\n",
      9,
      14,
    ],
    [
      'curl',
      `      - run: |
          set -e
          curl -X POST -H "Authorization: Bearer \${{ secrets.PAT }}" \\
            https://api.github.com/repos/$GITHUB_REPOSITORY/dispatches \\
            -d '{"event_type":"deploy","client_payload":{}}'
`,
      11,
      11,
    ],
    [
      'github-script',
      `      - uses: actions/github-script@v8
        with:
          script: |
            await github.rest.repos.createDispatchEvent({ ...context.repo, event_type: 'deploy' })
`,
      11,
      19,
    ],
    [
      'octokit/request-action',
      `      - uses: octokit/request-action@v2.x
        with:
          route: POST /repos/{owner}/{repo}/dispatches
          event_type: deploy
`,
      12,
      23,
    ],
    [
      'deploy-kit to several repositories',
      `      - uses: org/deploy-kit/dispatch@v1
        with:
          event-type: deploy
          repositories: |
            acme/other
            \${{ github.repository }}
`,
      11,
      23,
    ],
  ])('finds what %s sends', async (_, step, line, column) => {
    const { reports } = await check({ 'a.yml': sender(onPush, step) });
    expect(
      reports.filter(({ rule }) => rule === 'event-unheard').map(({ place }) => place),
    ).toEqual([{ file: '.github/workflows/a.yml', line, column }]);
    expect(
      shortly(await check({ 'a.yml': sender(onPush, step), 'b.yml': listener('deploy') })),
    ).toEqual([]);
  });

  it('finds each call of one script', async () => {
    const call = (type: string): string =>
      `            await github.rest.repos.createDispatchEvent({ ...context.repo, event_type: '${type}' })\n`;
    const step = `      - uses: actions/github-script@v8\n        with:\n          script: |\n${call('deploy')}${call('restart')}`;
    const { reports } = await check({ 'a.yml': sender(onPush, step), 'b.yml': listener('deploy') });
    expect(reports.map(({ message }) => message)).toEqual([
      expect.stringContaining('sends `restart`'),
    ]);
  });

  it('what goes to another repository, or has a type that only the run knows, is nobody’s business', async () => {
    const elsewhere = `${dispatch('deploy')}          repository: acme/infrastructure\n          token: \${{ secrets.PAT }}\n`;
    expect(shortly(await check({ 'a.yml': sender(onPush, elsewhere) }))).toEqual([]);
    const [report] = (
      await check({ 'a.yml': sender(onPush, elsewhere) }, { repository: 'acme/infrastructure' })
    ).reports;
    expect(report?.rule).toBe('event-unheard');
    expect(
      shortly(await check({ 'a.yml': sender(onPush, dispatch('deploy-${{ github.ref_name }}')) })),
    ).toEqual([]);
  });

  it('a workflow_dispatch needs a workflow that is there, with that trigger', async () => {
    const run =
      '      - run: gh workflow run deploy.yml --ref main\n        env: { GH_TOKEN: "${{ secrets.PAT }}" }\n';
    const start = sender(onPush, run);
    const missing = await check({
      'a.yml': start,
      'deploys.yml': workflow('Deploys', '  workflow_dispatch:'),
    });
    expect(shortly(missing)).toEqual(['event-unheard a.yml:9:14']);
    expect(missing.reports[0]?.fix).toBe('Name deploys.yml, if that is meant.');
    const deaf = await check({ 'a.yml': start, 'deploy.yml': workflow('Deploy', onPush) });
    expect(deaf.reports[0]?.message).toContain('has no `workflow_dispatch` trigger');
    expect(
      shortly(
        await check({ 'a.yml': start, 'deploy.yml': workflow('Deploy', '  workflow_dispatch:') }),
      ),
    ).toEqual([]);
  });

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

describe('what GITHUB_TOKEN starts', () => {
  it('D3: a run that it dispatched fires no workflow_run', async () => {
    const run = (token: string): string => `      - run: gh workflow run phase.yml
        env:
          GH_TOKEN: ${token}
`;
    const files = (token: string) => ({
      'a.yml': sender(onPush, run(token)),
      'phase.yml': workflow('Phase', '  workflow_dispatch:'),
      'next.yml': workflow('Next', after('Phase')),
    });
    const found = await check(files('${{ github.token }}'));
    expect(shortly(found)).toEqual(['token-starts-nothing a.yml:9:14']);
    expect(found.reports[0]?.message).toContain('next.yml never starts after it');
    expect(shortly(await check(files('${{ secrets.APP_TOKEN }}')))).toEqual([]);
  });

  it('a release that it makes starts nothing', async () => {
    const files = (step: string) => ({
      'release.yml': sender(onPush, step),
      'publish.yml': workflow('Publish', '  release:\n    types: [published]', '', 'npm publish'),
    });
    const found = await check(files('      - uses: softprops/action-gh-release@v3\n'));
    expect(shortly(found)).toEqual(['token-starts-nothing release.yml:9:15']);
    const command =
      '      - run: gh release create v1\n        env: { GH_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n';
    expect(shortly(await check(files(command)))).toEqual(['token-starts-nothing release.yml:9:14']);
    const draft = '      - uses: softprops/action-gh-release@v3\n        with: { draft: true }\n';
    expect(shortly(await check(files(draft)))).toEqual([]);
    const app =
      '      - uses: softprops/action-gh-release@v3\n        with: { token: "${{ secrets.PAT }}" }\n';
    expect(shortly(await check(files(app)))).toEqual([]);
  });

  it('what a tag started has its tag already: only the release starts nothing', async () => {
    const release = '      - uses: softprops/action-gh-release@v3\n';
    const tags = "  push:\n    tags: ['v*']";
    const files = (on: string) => ({
      'release.yml': sender(tags, release),
      'publish.yml': workflow('Publish', on, '', 'npm publish'),
    });
    expect(shortly(await check(files(tags)))).toEqual([]);
    expect(shortly(await check(files('  release:')))).toEqual([
      'token-starts-nothing release.yml:9:15',
    ]);
    const uploads = sender('  release:\n    types: [published]', release);
    expect(shortly(await check({ ...files('  release:'), 'release.yml': uploads }))).toEqual([]);
  });

  it.each([
    [
      'a step of semantic-release',
      '      - run: npx semantic-release\n        env: { GITHUB_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n',
      14,
    ],
    [
      'an action that tags',
      '      - uses: anothrNick/github-tag-action@1\n        env: { GITHUB_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n',
      15,
    ],
  ])('nor does %s', async (_, step, column) => {
    const publish = workflow('Publish', "  push:\n    tags: ['v*']", '', 'npm publish');
    expect(shortly(await check({ 'a.yml': sender(onPush, step), 'b.yml': publish }))).toEqual([
      `token-starts-nothing a.yml:9:${column}`,
    ]);
    const app = step.replace('secrets.GITHUB_TOKEN', 'secrets.APP_TOKEN');
    expect(shortly(await check({ 'a.yml': sender(onPush, app), 'b.yml': publish }))).toEqual([]);
  });

  it('nor does a tag that it pushes', async () => {
    const files = (checkout: string) => ({
      'release.yml': sender(
        onPush,
        `      - uses: actions/checkout@v5\n${checkout}      - run: |\n          git tag "v$VERSION"\n          git push origin --tags\n`,
      ),
      'publish.yml': workflow('Publish', "  push:\n    tags: ['v*']", '', 'npm publish'),
    });
    expect(shortly(await check(files('')))).toEqual(['token-starts-nothing release.yml:10:14']);
    expect(shortly(await check(files('        with: { token: "${{ secrets.PAT }}" }\n')))).toEqual(
      [],
    );
  });
});

describe('loops', () => {
  it('a workflow that sends the event that it listens to', async () => {
    const on = `${onPush}\n  repository_dispatch:\n    types: [again]`;
    const found = await check({ 'a.yml': sender(on, dispatch('again')) });
    expect(shortly(found)).toEqual(['loop a.yml:13:23']);
    const once = `${dispatch('again')}        if: github.event_name == 'push'\n`;
    expect(shortly(await check({ 'a.yml': sender(on, once) }))).toEqual([]);
    const script =
      '      - run: |\n          if [ -n "$MORE" ]; then\n            gh workflow run a.yml\n          fi\n';
    expect(shortly(await check({ 'a.yml': sender('  workflow_dispatch:', script) }))).toEqual([]);
  });

  it('two workflows that send each other events, each under the type that it gets', async () => {
    const on = (type: string, condition: string, sent: string): string =>
      sender(`  repository_dispatch:\n    types: [${type}]`, dispatch(sent)).replace(
        '  send:\n',
        `  send:\n    if: github.event.action == '${condition}'\n`,
      );
    const loops = async (condition: string) =>
      (await check({ 'a.yml': on('x', 'x', 'y'), 'b.yml': on('y', condition, 'x') })).reports
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'loop');
    expect(await loops('y')).toEqual(['loop']);
    expect(await loops('z')).toEqual([]);
  });

  it('two workflows that follow each other', async () => {
    const found = await check({
      'a.yml': workflow('A', `${onPush}\n${after('B')}`),
      'b.yml': workflow('B', after('A')),
    });
    expect(found.reports.map(({ rule }) => rule)).toEqual(['loop']);
    expect(found.reports[0]?.message).toContain('start each other without end');
  });
});
