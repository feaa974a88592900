import { describe, expect, it } from '@jest/globals';
import { ruleNames } from '../../../src/workflows/plan/rule-catalogue.js';
import { deploySteps, jobWorkflow } from '../../support/job-workflow.js';
import { check } from '../../support/workflow-cases.js';

describe('what comes of it', () => {
  it('as SARIF names files as addresses', async () => {
    const { sarif } = await check({ 'a#b?.yml': jobWorkflow([], deploySteps) });
    const [location] = sarif.runs[0]?.results[0]?.locations ?? [];
    expect(location?.physicalLocation.artifactLocation.uri).toBe('.github/workflows/a%23b%3F.yml');
  });

  it('SARIF with each rule’s help, and a result for each report', async () => {
    const { sarif, reports, findings } = await check({ 'a.yml': jobWorkflow([], deploySteps) });
    const [run] = sarif.runs;
    expect(sarif.version).toBe('2.1.0');
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(ruleNames);
    for (const { id, helpUri, help } of run?.tool.driver.rules ?? []) {
      expect(helpUri).toMatch(new RegExp(`docs/workflow-check\\.md#${id}$`));
      expect(help.markdown).toContain('**What to do:**');
    }
    expect(run?.results).toEqual([
      {
        ruleId: 'deploy-without-concurrency',
        ruleIndex: ruleNames.indexOf('deploy-without-concurrency'),
        level: 'warning',
        message: { text: `${reports[0]?.message ?? ''}\n\nWhat to do: ${reports[0]?.fix ?? ''}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: '.github/workflows/a.yml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 4, startColumn: 3 },
            },
          },
        ],
      },
    ]);
    expect(findings[0]).toMatchObject({
      check: 'workflows: deploy-without-concurrency',
      verdict: 'warn',
      place: { line: 4 },
    });
  });
});
