import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readListeners } from '../../../src/dispatch/plan/listeners.js';
import { readOutputs } from '../../../src/dispatch/plan/run-outputs.js';
import type { GitHub } from '../../../src/github/github.js';
import { octokitGitHub } from '../../../src/github/outside/octokit-github.js';
import { endsWell } from '../../support/ends-well.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { type HardServer, startHardServer, wireAnswers } from '../../support/hard-server.js';
import { virtualClock } from '../../support/virtual-clock.js';

const runs = fuzzRuns(120);

let server: HardServer;

beforeAll(async () => {
  server = await startHardServer();
});

afterAll(() => {
  server.close();
});

describe('Whatever GitHub answers', () => {
  const token = 'ghp_not-to-be-seen-4711';
  const run = {
    id: 7,
    html_url: 'https://github.example/7',
    name: 'deploy',
    display_title: 'deploy 1',
    status: 'completed',
    conclusion: 'success',
  };
  const valid = [
    { id: 1, default_branch: 'main' },
    [{ path: '.github/workflows/a.yml' }],
    'on: push',
    { total_count: 1, workflow_runs: [run] },
    run,
    {
      jobs: [
        {
          name: 'a',
          html_url: 'u',
          conclusion: 'failure',
          steps: [{ name: 's', conclusion: 'failure' }],
        },
      ],
    },
    [
      {
        environment: { name: 'production' },
        reviewers: [{ type: 'User', reviewer: { login: 'ada' } }],
      },
    ],
    { workflow_run_id: 7, run_url: 'u', html_url: 'h' },
    { artifacts: [{ id: 3, name: 'phase', expired: false, size_in_bytes: 100 }] },
    { message: 'Not Found', documentation_url: 'https://docs.github.com', status: '404' },
    { message: 'Validation Failed', errors: [{ resource: 'Run', code: 'custom' }] },
    [...zipSync({ 'a.json': strToU8('{"url":"x"}') })],
  ];

  const asks: Readonly<Record<string, (github: GitHub) => Promise<unknown>>> = {
    dispatch: (github) => github.dispatch('acme/api', 'deploy', {}),
    startWorkflow: (github) => github.startWorkflow('acme/api', 'a.yml', 'main', {}),
    defaultBranch: (github) => github.defaultBranch('acme/api'),
    workflowFiles: async (github) => readListeners(await github.workflowFiles('acme/api')),
    runsSince: (github) => github.runsSince('acme/api', 'push', new Date(0)),
    run: (github) => github.run('acme/api', 7),
    failedJobs: (github) => github.failedJobs('acme/api', 7),
    pendingApprovals: (github) => github.pendingApprovals('acme/api', 7),
    createDeployment: (github) =>
      github.createDeployment('acme/api', { ref: 'main', environment: 'e', description: 'd' }),
    setDeploymentStatus: (github) =>
      github.setDeploymentStatus('acme/api', 1, {
        state: 'success',
        environmentUrl: '',
        logUrl: 'u',
        description: 'd',
      }),
    artifact: async (github) =>
      readOutputs(
        await github.artifact('acme/api', 7, 'phase'),
        await github.run('acme/api', 7),
        'phase',
      ),
  };

  it.each(Object.entries(asks))('%s ends well', async (_, ask) => {
    const answers = fc.array(wireAnswers(server.url, valid), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(answers, async (list) => {
        let asked = 0;
        server.answerWith(() => list[asked++ % list.length]);
        const github = octokitGitHub(token, server.url, virtualClock());
        await endsWell(() => ask(github), [token]);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('is told as that where it is none of the API', async () => {
    const body = Buffer.from('<h1>Please log in</h1>');
    server.answerWith(() => ({ status: 200, headers: {}, body, fault: 'none' }));
    const github = octokitGitHub(token, server.url, virtualClock());
    await expect(github.run('acme/api', 7)).rejects.toMatchObject({
      entry: 'github-answer-invalid',
      why: expect.stringContaining('GET /repos/acme/api/actions/runs/7'),
    });
  });
});
