import { describe, expect, it } from '@jest/globals';
import { dispatch, listener, onPush, sender, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

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
});
