import { describe, expect, it } from '@jest/globals';
import { deployGroup, deploySteps, jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('concurrency', () => {
  it('a deploy without it', async () => {
    const found = await check({ 'a.yml': jobWorkflow([], deploySteps) });
    expect(shortly(found)).toEqual(['deploy-without-concurrency a.yml:4:3']);
    expect(found.reports[0]?.fix).toBe(
      'In the job `job`:\n    concurrency:\n      group: job\n      cancel-in-progress: false',
    );
    expect(shortly(await check({ 'a.yml': jobWorkflow(deployGroup, deploySteps) }))).toEqual([]);
    expect(
      shortly(await check({ 'a.yml': jobWorkflow([], deploySteps, ['concurrency: deploy']) })),
    ).toEqual([]);
  });

  it('a group that is another one in each run is none', async () => {
    const inGroup = async (name: string, on: string) =>
      shortly(
        await check({
          'a.yml': jobWorkflow([`concurrency: ${name}`, 'environment: e'], deploySteps, [], on),
        }),
      );
    const tags = "{ push: { tags: ['v*'] } }";
    const gone = ['deploy-without-concurrency a.yml:6:18'];
    expect(await inGroup('a-${{ github.sha }}', 'push')).toEqual(gone);
    expect(await inGroup('a-${{ github.run_id }}', 'push')).toEqual(gone);
    expect(await inGroup('a-${{ github.ref }}', tags)).toEqual(gone);
    expect(await inGroup('a-${{ github.ref }}', 'push')).toEqual([]);
    expect(await inGroup('a-${{ github.workflow }}', tags)).toEqual([]);
  });

  it('what only pull requests deploy, each to its own place, needs none', async () => {
    const preview = [
      '- run: helm upgrade --install pr-${{ github.event.pull_request.number }} ./chart',
    ];
    expect(shortly(await check({ 'a.yml': jobWorkflow([], preview, [], 'pull_request') }))).toEqual(
      [],
    );
    const merged = jobWorkflow(
      ['if: github.event.pull_request.merged'],
      deploySteps,
      [],
      '{ pull_request: { types: [closed] } }',
    );
    expect(shortly(await check({ 'a.yml': merged }))).toEqual([
      'deploy-without-concurrency a.yml:4:3',
    ]);
  });

  it('a workflow of another repository may have its own, but is cancelled all the same', async () => {
    const call = (top: string): string =>
      `on: push\n${top}jobs:\n  deploy:\n    uses: acme/shared/.github/workflows/deploy.yml@v1\n`;
    expect(shortly(await check({ 'a.yml': call('') }))).toEqual([]);
    expect(
      shortly(
        await check({ 'a.yml': call('concurrency: { group: x, cancel-in-progress: true }\n') }),
      ),
    ).toEqual(['deploy-cancelled-midway a.yml:2:46']);
  });

  it('the caller’s group counts for a called workflow', async () => {
    const called = jobWorkflow([], deploySteps, [], 'workflow_call');
    const caller = (more: string): string =>
      `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${more}`;
    expect(shortly(await check({ 'a.yml': caller(''), 'called.yml': called }))).toEqual([
      'deploy-without-concurrency called.yml:4:3',
    ]);
    expect(
      shortly(await check({ 'a.yml': caller('    concurrency: deploy\n'), 'called.yml': called })),
    ).toEqual([]);
  });

  it('a newer run cancels a deploy', async () => {
    const cancelling = (value: string) =>
      jobWorkflow([], deploySteps, [
        'concurrency:',
        '  group: ${{ github.ref }}',
        `  cancel-in-progress: ${value}`,
      ]);
    const found = await check({ 'a.yml': cancelling('true') });
    expect(shortly(found)).toEqual(['deploy-cancelled-midway a.yml:5:23']);
    expect(found.reports[0]?.fix).toContain('cancel-in-progress: false');
    expect(
      shortly(await check({ 'a.yml': cancelling("${{ github.event_name == 'push' }}") })),
    ).toHaveLength(1);
    expect(
      shortly(await check({ 'a.yml': cancelling("${{ github.event_name == 'pull_request' }}") })),
    ).toEqual([]);
    expect(shortly(await check({ 'a.yml': cancelling('false') }))).toEqual([]);
  });

  const inGroup = (name: string, folder = '/opt/app') =>
    jobWorkflow(
      ['environment: production', `concurrency: ${name}`],
      [
        '- uses: org/deploy-kit/deploy-compose@v1',
        '  with:',
        '    host: ${{ vars.HOST }}',
        `    path: ${folder}`,
      ],
      ['permissions: {}'],
      'workflow_dispatch',
    );

  it('two groups for one place', async () => {
    const found = await check({
      'a.yml': inGroup('deploy-production'),
      'b.yml': inGroup('release-production'),
    });
    expect(shortly(found)).toEqual(['concurrency-groups-differ b.yml:8:18']);
    expect(found.reports[0]?.fix).toBe('group: deploy-production');
    expect(
      shortly(await check({ 'a.yml': inGroup('a'), 'b.yml': inGroup('b', '/opt/other') })),
    ).toEqual([]);
    expect(
      shortly(await check({ 'a.yml': inGroup('a'), 'b.yml': inGroup('b', '/opt/app/') })),
    ).toEqual(['concurrency-groups-differ b.yml:8:18']);
  });

  it('one place in other words: with a user, in quotes, by an action', async () => {
    const script = 'cd /opt/app && docker compose up -d --build';
    const by = (name: string, steps: readonly string[]) =>
      jobWorkflow([`concurrency: ${name}`, 'environment: production'], steps);
    const action = [
      '- uses: appleboy/ssh-action@v1',
      `  with: { host: 203.0.113.7, username: deploy, script: "${script}" }`,
    ];
    const found = await check({
      'a.yml': by('one', action),
      'b.yml': by('two', [`- run: ssh deploy@203.0.113.7 "${script}"`]),
    });
    expect(shortly(found)).toEqual(['concurrency-groups-differ b.yml:6:18']);
  });

  it.each([
    ['deploy-production', 'deploy-${{ inputs.environment }}', true],
    [
      'deploy-${{ github.event.client_payload.release.environment || inputs.environment }}',
      'deploy-${{ inputs.environment }}',
      true,
    ],
    ['${{ github.workflow }}-${{ github.ref }}', 'deploy-production', false],
    ["${{ inputs.now && 'deploy' || 'later' }}", 'deploy', true],
  ])('%s and %s', async (first, second, same) => {
    const found = await check({ 'a.yml': inGroup(first), 'b.yml': inGroup(second) });
    expect(found.reports.map(({ rule }) => rule)).toEqual(
      same ? [] : ['concurrency-groups-differ'],
    );
  });
});
