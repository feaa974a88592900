import { describe, expect, it } from '@jest/globals';
import { build, deployJobs, deployOnPush } from '../../support/build-and-deploy-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('the race', () => {
  const both = (filter: string, first = build) =>
    check({ 'build.yml': first, 'deploy.yml': deployOnPush(filter) });

  it('is found for a release that is published, which also pushes its tag', async () => {
    const released = build.replace(
      /push:\n {4}branches: \[main\]/,
      'release:\n    types: [published]',
    );
    const result = await both("tags: ['v*']", released);
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('A published release starts');
  });

  it('is found for a merge, which also pushes', async () => {
    const merged = deployJobs.replace(
      '    environment:',
      '    if: github.event.pull_request.merged\n    environment:',
    );
    const on = (branch: string): string =>
      `name: Deploy\non:\n  pull_request:\n    branches: [${branch}]\n    types: [closed]\n${merged}`;
    const result = await check({ 'build.yml': build, 'deploy.yml': on('main') });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('The merge of a pull request into `main` starts');
    expect(shortly(await check({ 'build.yml': build, 'deploy.yml': on('develop') }))).toEqual([]);
  });

  it('is found between two workflows that follow the same one', async () => {
    const after = (text: string): string =>
      text
        .replace(
          /on:\n {2}push:\n {4}branches: \[main\]\n/,
          'on:\n  workflow_run:\n    workflows: [Test]\n    types: [completed]\n',
        )
        .replace(
          '    runs-on: ubuntu-latest\n',
          "    runs-on: ubuntu-latest\n    if: github.event.workflow_run.conclusion == 'success'\n",
        );
    const result = await check({
      'test.yml':
        'name: Test\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      'build.yml': after(build),
      'deploy.yml': after(deployOnPush('branches: [main]')),
    });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
  });

  it('is none between a deploy and the build of pull requests, which a merge does not start', async () => {
    const requests = (on: string): string =>
      build.replace(/ {2}push:\n.*\n/, `  pull_request:${on}\n`);
    const cleanup =
      'on: { pull_request: { types: [closed] } }\njobs: { a: { runs-on: x, steps: [{ run: ls }] } }\n';
    const with_ = async (on: string) =>
      shortly(
        await check({
          'build.yml': requests(on),
          'cleanup.yml': cleanup,
          'deploy.yml': deployOnPush('branches: [main]'),
        }),
      );
    expect(await with_('')).toEqual([]);
    expect(await with_('\n    types: [opened, closed]')).toEqual(['race deploy.yml:3:3']);
  });

  const startedBy = (text: string, trigger: string): string =>
    text.replace(/on:\n {2}push:\n.*\n/, `on: ${trigger}\n`);

  it.each([
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [released] } }', true],
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [created] } }', true],
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [deleted] } }', false],
    ['{ push: { tags: ["release-*"] } }', '{ release: { types: [published] } }', true],
    ['{ push: { tags: ["v*"] } }', 'create', true],
    ['pull_request', 'pull_request', true],
    ['pull_request', '{ pull_request: { types: [labeled] } }', false],
    ['{ repository_dispatch: { types: [go] } }', '{ repository_dispatch: { types: [go] } }', true],
    ['{ repository_dispatch: { types: [go] } }', '{ repository_dispatch: { types: [on] } }', false],
  ])('is found between %s and %s: %s', async (first, second, races) => {
    const { reports } = await check({
      'build.yml': startedBy(build, first),
      'deploy.yml': startedBy(deployOnPush('branches: [main]'), second),
    });
    expect(reports.map(({ rule }) => rule)).toEqual(races ? ['race'] : []);
  });
});
