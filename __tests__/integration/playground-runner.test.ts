import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { GitHub } from '../../playground/github/github.js';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import type { Run } from '../../playground/github/run.js';

let github: GitHub;
let repository: PlaygroundRepository;
let pushes = 0;

beforeAll(async () => {
  const actions = mkdtempSync(join(tmpdir(), 'deploy-kit-actions-'));
  mkdirSync(join(actions, 'probe'));
  writeFileSync(
    join(actions, 'probe', 'action.yml'),
    "name: probe\ninputs: { name: { default: nobody }, status: { default: '${{ job.status }}' } }\nruns: { using: node24, main: main.js, post: post.js }\n",
  );
  writeFileSync(
    join(actions, 'probe', 'main.js'),
    "const fs = require('node:fs'); const e = process.env;\nconsole.log(`main ${e.INPUT_NAME} ${process.version.split('.')[0]} parent=${e.SECRET_OF_THE_MACHINE}`);\nfs.appendFileSync(e.GITHUB_OUTPUT, 'greeting=hello ' + e.INPUT_NAME + '\\n'); fs.appendFileSync(e.GITHUB_STATE, 'kept=' + e.INPUT_NAME + '\\n');\n",
  );
  writeFileSync(
    join(actions, 'probe', 'post.js'),
    'console.log(`post ${process.env.STATE_kept} ${process.env.INPUT_STATUS} ${process.env.LATE}`);\n',
  );
  github = await GitHub.start({
    actions: { 'org/tools': actions },
    env: { PATH: process.env.PATH ?? '' },
  });
  repository = await github.createRepository('acme/api', { 'README.md': 'x' });
  repository.secrets.TOKEN = 'sesame-open';
}, 120_000);

afterAll(() => {
  github.stop();
});

async function play(workflow: string): Promise<Run> {
  pushes += 1;
  const { runs } = await github.push(
    repository,
    { '.github/workflows/w.yml': workflow },
    `push ${pushes}`,
  );
  const [run] = runs;
  if (run === undefined) throw new Error('nothing started');
  await run.finished;
  return run;
}

function log(run: Run): string {
  return run.report?.jobs.map((job) => job.log).join('\n') ?? run.error ?? '';
}

describe('The playground’s runner', () => {
  it('unescapes every quote of a script with an expression in it', async () => {
    const run = await play(`
on: push
jobs:
  quotes:
    runs-on: ubuntu-latest
    steps: [{ run: "echo 'a' \${{ github.event_name }} 'b' 'c'" }]
`);
    expect(log(run)).toContain('a push b c');
  });

  it('plays jobs by their needs, with outputs, conditions, secrets masked and post steps in reverse order', async () => {
    const run = await play(`
on: push
env: { WHO: ada }
jobs:
  first:
    runs-on: ubuntu-latest
    outputs: { greeting: '\${{ steps.probe.outputs.greeting }}', secret: '\${{ secrets.TOKEN }}' }
    steps:
      - { id: probe, uses: org/tools/probe@v1, with: { name: '\${{ env.WHO }}' } }
      - { uses: org/tools/probe@v1 }
      - run: echo "the word is \${{ secrets.TOKEN }}" && echo LATE=late >> "$GITHUB_ENV"
      - { run: exit 3 }
      - { run: echo never }
      - { if: failure(), run: echo 'cleaned up' }
  second:
    needs: first
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "got \${{ needs.first.outputs.greeting }}, \${{ needs.first.result }}, [\${{ needs.first.outputs.secret }}]"' }]
  third: { needs: first, runs-on: ubuntu-latest, steps: [{ run: echo never }] }
`);
    const text = log(run);
    expect(run.conclusion).toBe('failure');
    expect(text).toContain('main ada v24 parent=undefined');
    expect(text).toContain('the word is ***');
    expect(text).not.toContain('sesame-open');
    expect(text).toContain('##[error]Process completed with exit code 3.');
    expect(text).toContain('cleaned up');
    expect(text).not.toMatch(/^never/m);
    expect(text.indexOf('post nobody failure late')).toBeLessThan(
      text.indexOf('post ada failure late'),
    );
    expect(text.indexOf('post nobody failure late')).toBeGreaterThan(0);
    expect(text).toContain('got hello ada, failure, []');
    expect(run.report?.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ['first', 'failure'],
      ['second', 'success'],
      ['third', 'skipped'],
    ]);
  });

  it.each([
    ['services: { db: { image: postgres } }', /does not support `services`/],
    ['strategy: { matrix: { a: [1] } }', /does not support `strategy`/],
  ])('refuses what it does not play before anything runs: %s', async (extra, why) => {
    pushes += 1;
    const workflow = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    ${extra}\n    steps: [{ run: echo x }]\n`;
    await expect(
      github.push(repository, { '.github/workflows/w.yml': workflow }, 'x'),
    ).rejects.toThrow(why);
  });

  it('fails a step whose action it does not have', async () => {
    const run = await play(
      'on: push\njobs: { a: { runs-on: x, steps: [{ uses: "somebody/else@v1" }] } }\n',
    );
    expect([run.conclusion, log(run)]).toEqual([
      'failure',
      expect.stringContaining('does not have the action somebody/else@v1'),
    ]);
  });

  it('cancels as the runner does: SIGINT first, then steps that always run', async () => {
    pushes += 1;
    const script =
      "trap 'echo interrupted; exit 1' INT; echo started; for i in $(seq 100); do sleep 0.1; done";
    const { runs } = await github.push(
      repository,
      {
        '.github/workflows/w.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: "${script}"\n      - { if: always(), run: echo afterwards }\n      - run: echo never\n`,
      },
      'cancel',
    );
    const [run] = runs;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    run?.cancel.abort();
    await run?.finished;
    expect(run?.conclusion).toBe('cancelled');
    expect(run && log(run)).toMatch(/started\ninterrupted\n[\s\S]*afterwards/);
    expect(run && log(run)).not.toMatch(/^never/m);
  });

  it('lets the newest waiting run take the place of an older one in a concurrency group', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-concurrency-'));
    const gate = join(folder, 'open');
    const workflow = `on: push\nconcurrency: one\njobs: { a: { runs-on: x, steps: [{ run: until test -e ${gate}; do sleep 0.1; done }] } }\n`;
    const started: Run[] = [];
    for (const message of ['a', 'b', 'c'])
      started.push(
        ...(await github.push(repository, { '.github/workflows/w.yml': workflow }, message)).runs,
      );
    writeFileSync(gate, '');
    await Promise.all(started.map(({ finished }) => finished));
    rmSync(folder, { recursive: true });
    expect(started.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
      'success',
    ]);
  });
});

describe('The playground’s GitHub', () => {
  const octokit = (token: string): Octokit =>
    new Octokit({
      auth: token,
      baseUrl: github.url,
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: () => undefined,
      },
    });
  const place = { owner: 'acme', repo: 'api' };

  it('refuses in GitHub’s words', async () => {
    const job = (permissions: Record<string, string>): Octokit =>
      octokit(github.tokens.create({ kind: 'job', repository: 'acme/api', permissions }));
    const event = { ...place, event_type: 'deploy' };
    await expect(octokit('ghp_unknown').repos.createDispatchEvent(event)).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining('Bad credentials'),
    });
    await expect(job({ contents: 'read' }).repos.createDispatchEvent(event)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    await expect(
      job({ contents: 'write' }).repos.createDispatchEvent({ ...event, repo: 'other' }),
    ).rejects.toMatchObject({ status: 404 });
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, 1]));
    await expect(
      job({ contents: 'write' }).repos.createDispatchEvent({ ...event, client_payload: many }),
    ).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('No more than 10 properties are allowed; 11 were supplied.'),
    });
    await expect(
      job({ contents: 'write' }).repos.createDispatchEvent({
        ...event,
        event_type: 'x'.repeat(101),
      }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('answers runs and jobs as its description says', async () => {
    const client = octokit(github.tokens.create({ kind: 'classic', scopes: ['repo'] }));
    const { data } = await client.actions.listWorkflowRunsForRepo({
      ...place,
      event: 'push',
      per_page: 5,
    });
    expect(data.workflow_runs[0]).toMatchObject({ event: 'push', status: 'completed' });
    const run_id = data.workflow_runs[0]?.id ?? 0;
    expect((await client.actions.getWorkflowRun({ ...place, run_id })).data.id).toBe(run_id);
    expect(
      (await client.actions.listJobsForWorkflowRun({ ...place, run_id })).data.jobs[0]?.name,
    ).toBe('a');
    expect((await client.repos.getContent({ ...place, path: 'README.md' })).data).toMatchObject({
      encoding: 'base64',
    });
    expect(github.violations).toEqual([]);
  });

  it('records a call of what it does not serve', async () => {
    const client = octokit(github.tokens.create({ kind: 'classic', scopes: ['repo'] }));
    await expect(client.issues.listForRepo(place)).rejects.toMatchObject({ status: 501 });
    expect(github.violations).toEqual([
      'GET /repos/acme/api/issues is not served by the playground',
    ]);
  });
});
