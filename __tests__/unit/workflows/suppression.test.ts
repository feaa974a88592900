import { describe, expect, it } from '@jest/globals';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('suppression', () => {
  const allow = (comment: string) =>
    check({ 'a.yml': jobWorkflow([], [comment, '- uses: acme/tool@main']) });

  it('with a reason, on the line or above it', async () => {
    expect(shortly(await allow('# deploy-kit: allow moving-action because it is ours'))).toEqual(
      [],
    );
    const same = '- uses: acme/tool@main # deploy-kit: allow moving-action because it is ours';
    expect(shortly(await check({ 'a.yml': jobWorkflow([], [same]) }))).toEqual([]);
    expect(
      shortly(
        await allow(
          '# deploy-kit: allow moving-action because it is ours\n      # and another comment',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['# deploy-kit: allow moving-action', 'gives no reason'],
    ['# deploy-kit: allow moving-action because', 'gives no reason'],
    ['# deploy-kit: allow movingaction because it is ours', 'There is no rule `movingaction`'],
  ])('%s does not count, and is reported', async (comment, message) => {
    const found = await allow(comment);
    expect(shortly(found)).toEqual(['suppression a.yml:7:7', 'moving-action a.yml:8:15']);
    expect(found.reports[0]?.message).toContain(message);
  });

  it('a rule with a colon is written as it is meant', async () => {
    const found = await allow('# deploy-kit: allow moving-action: because it is ours');
    expect(found.reports[0]?.fix).toBe('# deploy-kit: allow moving-action because it is ours');
  });

  it('one that suppresses nothing is reported', async () => {
    const found = await check({
      'a.yml': jobWorkflow([], ['# deploy-kit: allow race because we know', '- run: make']),
    });
    expect(shortly(found)).toEqual(['suppression a.yml:7:7']);
    expect(found.reports[0]).toMatchObject({ verdict: 'warn' });
  });
});
