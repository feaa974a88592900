import { describe, expect, it } from '@jest/globals';
import { deployGroup, jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('permissions', () => {
  const send = [
    '- uses: org/deploy-kit/build-and-dispatch@v1',
    '  with:',
    '    image: ghcr.io/acme/api',
  ];
  const files = (permissions: readonly string[], steps = send) => ({
    'a.yml': jobWorkflow([], steps, ['permissions:', ...permissions]),
    'b.yml': jobWorkflow(
      ['environment: e'],
      ['- run: "true"'],
      [],
      '{ repository_dispatch: { types: [deploy] } }',
    ),
  });

  it('each that a step needs is reported at the step, with the line to add', async () => {
    const found = await check(files(['  contents: read']));
    expect(shortly(found)).toEqual([
      'permission-missing a.yml:9:15',
      'permission-missing a.yml:9:15',
    ]);
    expect(found.reports.map(({ fix }) => fix)).toEqual([
      'Under `permissions:` of a.yml:\n  contents: write',
      'Under `permissions:` of a.yml:\n  packages: write',
    ]);
    expect(shortly(await check(files(['  contents: write', '  packages: write'])))).toEqual([]);
  });

  it('a job’s own list counts alone, and nothing is said where there is none', async () => {
    const steps = ['- uses: peter-evans/repository-dispatch@v4', '  with: { event-type: deploy }'];
    const listener = files([])['b.yml'];
    const own = jobWorkflow(['permissions: { contents: read }'], steps, ['permissions: write-all']);
    expect(shortly(await check({ 'a.yml': own, 'b.yml': listener }))).toEqual([
      'permission-missing a.yml:9:15',
    ]);
    expect(shortly(await check({ 'a.yml': jobWorkflow([], steps), 'b.yml': listener }))).toEqual(
      [],
    );
    const other = [
      '- uses: peter-evans/repository-dispatch@v4',
      '  with: { event-type: deploy, token: "${{ secrets.PAT }}" }',
    ];
    expect(shortly(await check(files(['  contents: read'], other)))).toEqual([]);
  });

  it.each([
    [
      'packages',
      'deploy-compose',
      '{ host: a, path: b, registry-username: c, registry-password: "${{ github.token }}" }',
    ],
    ['actions', 'preflight', '{ checks: "- environment: production" }'],
  ])('%s: read of %s', async (scope, action, inputs) => {
    const steps = [`- uses: org/deploy-kit/${action}@v1`, `  with: ${inputs}`];
    const withPermissions = async (permissions: string) =>
      shortly(
        await check({
          'a.yml': jobWorkflow(deployGroup, steps, [`permissions: { ${permissions} }`]),
        }),
      );
    expect(await withPermissions('contents: read')).toEqual(['permission-missing a.yml:11:15']);
    expect(await withPermissions(`${scope}: read`)).toEqual([]);
  });

  it('that a caller does not have is reported where it calls', async () => {
    const called = `on: workflow_call
jobs:
  job:
    runs-on: x
    concurrency: d
    permissions: { deployments: write }
    steps:
      - uses: org/deploy-kit/rollback@v1
        with: { environment: production, host: a, path: b }
`;
    const caller = (permissions: string): string =>
      `on: push\n${permissions}jobs:\n  call:\n    uses: ./.github/workflows/b.yml\n`;
    const found = await check({ 'a.yml': caller('permissions: {}\n'), 'b.yml': called });
    expect(shortly(found)).toEqual(['permission-missing a.yml:5:11']);
    expect(found.reports[0]?.fix).toBe('Under `permissions:` of a.yml:\n  deployments: write');
    expect(shortly(await check({ 'a.yml': caller(''), 'b.yml': called }))).toEqual([]);
  });

  it('deploy-kit’s other actions', async () => {
    const steps = [
      '- uses: org/deploy-kit/dispatch@v1',
      '  with: { wait: completed }',
      '- uses: org/deploy-kit/rollback@v1',
      '  with: { environment: production, host: a, path: b }',
    ];
    const found = await check({ ...files(['  contents: write'], steps), 'c.yml': '' });
    const missing = found.reports.filter(({ rule }) => rule === 'permission-missing');
    expect(missing.map(({ fix }) => fix.split('\n')[1])).toEqual([
      '  actions: read',
      '  deployments: write',
    ]);
  });
});
