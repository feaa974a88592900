import { describe, expect, it } from '@jest/globals';
import { build, deployJobs, sendsEvent } from '../../support/build-and-deploy-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('a deploy after a build that failed', () => {
  const inOne = (condition: string, step = ''): string => `${build}  deploy:
    needs: build
    if: ${condition}
    runs-on: x
    concurrency: x
    environment: production
    steps:
      - ${step}run: ssh app "cd /srv/app && docker compose pull && docker compose up -d"
`;

  it.each([
    ['always()', '', true],
    ["!cancelled() && github.ref == 'refs/heads/main'", '', true],
    ["always() && needs.build.result == 'success'", '', false],
    ["always() && !contains(needs.*.result, 'failure')", '', false],
    ['success()', '', false],
    ['failure()', '', false],
    ['always()', 'if: success()\n        ', false],
  ])('%s %s', async (condition, step, reported) => {
    const found = shortly(await check({ 'ci.yml': inOne(JSON.stringify(condition), step) }));
    expect(found).toEqual(reported ? ['conclusion-unread ci.yml:15:9'] : []);
  });

  it('so is one that it starts by an event', async () => {
    const event = sendsEvent.slice(build.length);
    const sender = (condition: string): string =>
      `${build}  tell:\n    needs: build\n${condition}    runs-on: x\n    steps:\n${event}`;
    const deploy = `on: { repository_dispatch: { types: [deploy] } }\n${deployJobs}`;
    const withCondition = async (condition: string) =>
      shortly(await check({ 'build.yml': sender(condition), 'deploy.yml': deploy }));
    expect(await withCondition('    if: always()\n')).toEqual(['conclusion-unread build.yml:15:9']);
    expect(await withCondition('')).toEqual([]);
  });
});
