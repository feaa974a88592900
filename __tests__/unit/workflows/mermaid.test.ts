import { describe, expect, it } from '@jest/globals';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check } from '../../support/workflow-cases.js';

describe('what comes of it', () => {
  it('drawn, a name that begins like a list is a text', async () => {
    const named = jobWorkflow([], ['- run: ls']).replace('name: W', 'name: 1. Build');
    expect((await check({ 'a.yml': named })).graph).toContain('["1#46; Build (a.yml)"]');
  });
});
