import { describe, expect, it } from '@jest/globals';
import { deployGroup, deploySteps, jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('environments', () => {
  const named = (name: string, job: readonly string[] = []) =>
    jobWorkflow([...deployGroup, ...job], deploySteps).replace('name: W', `name: ${name}`);

  it('a deploy to production has one', async () => {
    const found = await check({ 'a.yml': named('Deploy production') });
    expect(shortly(found)).toEqual(['environment-missing a.yml:4:3']);
    expect(found.reports[0]?.fix).toBe('In the job `job`:\n    environment: production');
    expect(
      shortly(await check({ 'a.yml': named('Deploy production', ['environment: production']) })),
    ).toEqual([]);
    expect(shortly(await check({ 'deploy-prod.yml': named('Deploy') }))).toEqual([
      'environment-missing deploy-prod.yml:4:3',
    ]);
  });

  it('the host says it, too', async () => {
    const to = async (host: string) =>
      shortly(
        await check({
          'a.yml': jobWorkflow(
            ['permissions: {}', ...deployGroup],
            [
              '- uses: org/deploy-kit/deploy-compose@v1',
              `  with: { host: "\${{ secrets.${host} }}" }`,
            ],
          ),
        }),
      );
    expect(await to('PROD_HOST')).toEqual(['environment-missing a.yml:4:3']);
    expect(await to('STAGING_HOST')).toEqual([]);
    expect(await to('HOST')).toEqual([]);
  });

  it.each(['Deploy staging', 'Deploy', 'Deploy pre-prod', 'Products', 'reproduction'])(
    '%s needs none',
    async (name) => {
      expect(shortly(await check({ 'a.yml': named(name) }))).toEqual([]);
    },
  );
});
