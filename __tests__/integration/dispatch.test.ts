import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../playground/github/github.js';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { dispatchRelease } from '../../src/dispatch/dispatch-release.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { silentReporter } from '../support/reporters.js';
import { runBundle, startBundle, type BundleResult } from '../support/run-bundle.js';
import { virtualClock } from '../support/virtual-clock.js';

const runName = 'run-name: deploy ${{ github.event.client_payload.correlationId }}';

/** A workflow that the event `type` starts, with one job of these steps. */
function listener(type: string, steps: string, more = runName): string {
  return `${more}
on:
  repository_dispatch: {types: [${type}]}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
${steps.replace(/^/gm, '      ')}
`;
}

let github: GitHub;
let repository: PlaygroundRepository;
let token: string;

beforeAll(async () => {
  github = await GitHub.start({
    actions: { 'org/deploy-kit': repositoryRoot },
    env: { PATH: process.env.PATH ?? '' },
  });
  repository = await github.createRepository('acme/api', {
    '.github/workflows/deploy.yml': listener('deploy', '- run: echo deployed'),
    '.github/workflows/broken.yml': listener('break', '- name: Migrate\n  run: exit 3'),
    '.github/workflows/untraceable.yml': listener('plain', '- run: echo plain', 'name: plain'),
    '.github/workflows/outputs.yml': listener(
      'phase',
      `- run: echo '{"url":"https://\${{ github.event.client_payload.release.extra.number }}.example.com"}' >outputs.json
- uses: actions/upload-artifact@v4
  with: {name: phase, path: outputs.json}`,
    ),
    '.github/workflows/garbled.yml': listener(
      'garbled',
      `- run: echo '[1]' >outputs.json
- uses: actions/upload-artifact@v4
  with: {name: phase, path: outputs.json}`,
    ),
    '.github/workflows/by-hand.yml': `run-name: by hand \${{ inputs.correlationId }}
on:
  workflow_dispatch:
    inputs:
      release: {required: false}
      correlationId: {required: false}
      color: {required: false}
jobs:
  show:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ inputs.color }} \${{ fromJSON(inputs.release).revision }}"
`,
  });
  await github.createRepository('acme/other', {
    '.github/workflows/deploy.yml': listener('deploy', '- run: echo other'),
  });
  token = github.tokens.create({
    kind: 'fine-grained',
    repositories: {
      'acme/api': { contents: 'write', actions: 'write' },
      'acme/other': { contents: 'write', actions: 'read' },
    },
  });
}, 120_000);

beforeEach(() => {
  github.failures.length = 0;
});

afterAll(() => {
  github.stop();
});

function dispatch(inputs: Readonly<Record<string, string>>): Promise<BundleResult> {
  return runBundle('dispatch', options(inputs));
}

function options(inputs: Readonly<Record<string, string>>): Parameters<typeof runBundle>[1] {
  return {
    inputs: { 'github-token': token, repositories: 'acme/api', ...inputs },
    env: { GITHUB_API_URL: github.url },
  };
}

function sends(): number {
  return github.requests.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/dispatches'),
  ).length;
}

describe('dispatch', () => {
  it('sends a document of this commit, and follows the run to its end', async () => {
    const { code, log, outputs, summary } = await dispatch({ wait: 'completed' });
    expect([code, log]).toEqual([0, expect.stringContaining('ended with success')]);
    const id = outputs.get('correlation-id') ?? '';
    const run = github.runs.find(({ title }) => title === `deploy ${id}`);
    expect(outputs.get('run-id')).toBe(String(run?.id));
    expect(outputs.get('conclusion')).toBe('success');
    expect(log).toContain(outputs.get('run-url'));
    expect(summary).toContain(`[deploy ${id}](${outputs.get('run-url') ?? ''})`);
    const payload = JSON.parse(outputs.get('release') ?? '') as Record<string, unknown>;
    expect(payload).toMatchObject({
      images: [],
      revision: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
    });
  });

  it('ten at once each follow their own run', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        dispatch({
          'event-type': 'phase',
          extra: `number: ${number}`,
          wait: 'completed',
          'outputs-artifact': 'phase',
        }),
      ),
    );
    expect(results.map(({ outputs }) => outputs.get('outputs'))).toEqual(
      results.map((_, number) => `{"url":"https://${number}.example.com"}`),
    );
    expect(new Set(results.map(({ outputs }) => outputs.get('run-id'))).size).toBe(10);
  });

  it('hands on the release of the event, with more beside it', async () => {
    const first = await dispatch({ extra: '{"a": 1}' });
    const release = JSON.parse(first.outputs.get('release') ?? '') as Record<string, unknown>;
    const second = await runBundle('dispatch', {
      ...options({ extra: 'b: 2', environment: 'staging' }),
      event: { client_payload: { release, correlationId: release.correlationId } },
    });
    const handed = JSON.parse(second.outputs.get('release') ?? '') as Record<string, unknown>;
    expect(handed).toEqual({
      ...release,
      environment: 'staging',
      extra: { a: 1, b: 2 },
      correlationId: second.outputs.get('correlation-id'),
    });
    expect(handed.correlationId).not.toBe(release.correlationId);
  });

  it('starts a workflow with its inputs, and gets its run from the answer', async () => {
    const { code, outputs, log } = await dispatch({
      workflow: 'by-hand.yml',
      inputs: 'color: blue',
      wait: 'completed',
    });
    expect([code, log]).toEqual([0, expect.stringContaining('ended with success')]);
    const run = github.runs.find(({ id }) => String(id) === outputs.get('run-id'));
    expect(run?.title).toBe(`by hand ${outputs.get('correlation-id') ?? ''}`);
    expect(run?.report?.jobs[0]?.log).toContain('blue 1a2b3c4d5e6f');
  });

  it('finds the run of a workflow also where GitHub does not tell it', async () => {
    // A GitHub Enterprise Server that does not know the parameter answers 204.
    const request = /POST .*dispatches/;
    github.failures.push({ request, status: 204, message: '', carriedOut: true, times: 1 });
    const { code, outputs } = await dispatch({ workflow: 'by-hand.yml', wait: 'started' });
    const run = github.runs.find(({ id }) => String(id) === outputs.get('run-id'));
    expect([code, run?.title]).toEqual([0, `by hand ${outputs.get('correlation-id') ?? ''}`]);
  });

  it('sends to several repositories, each with a correlation id of its own', async () => {
    const { code, outputs } = await dispatch({
      repositories: 'acme/api\nacme/other',
      wait: 'started',
    });
    expect(code).toBe(0);
    const runs = JSON.parse(outputs.get('runs') ?? '') as { repository: string; title: string }[];
    expect(runs.map(({ repository }) => repository)).toEqual(['acme/api', 'acme/other']);
    expect(new Set(runs.map(({ title }) => title)).size).toBe(2);
  });

  it('names the job and the step that failed', async () => {
    const { code, entries, annotations, outputs } = await dispatch({
      'event-type': 'break',
      wait: 'completed',
    });
    expect([code, entries]).toEqual([1, ['run-failed']]);
    expect(annotations[0]?.title).toBe(
      `The run "deploy ${outputs.get('correlation-id') ?? ''}" ended with failure`,
    );
    expect(annotations[0]?.message).toContain('job "deploy" in step "Migrate"');
    expect(outputs.get('conclusion')).toBe('failure');
  });
});

describe('before sending', () => {
  it('warns that nobody listens, with the types that come near', async () => {
    const { code, annotations } = await dispatch({ 'event-type': 'deplyo' });
    expect(code).toBe(0);
    expect(annotations[0]?.title).toBe('No workflow of acme/api listens to the event deplyo');
    expect(annotations[0]?.message).toMatch(
      /listen to `deploy` \(\.github\/workflows\/deploy\.yml\)/,
    );
  });

  it('sends nothing that nobody listens to when it should wait for the run', async () => {
    const before = sends();
    const { entries, annotations } = await dispatch({ 'event-type': 'deplyo', wait: 'started' });
    expect([entries, sends()]).toEqual([['dispatch-nobody-listens'], before]);
    expect(annotations[0]?.message).toContain('What to do: Put `on: repository_dispatch');
  });

  it('says that the listener is on a branch only', async () => {
    await github.push(
      repository,
      { '.github/workflows/new.yml': listener('canary', '- run: echo canary') },
      'A new listener',
      'feature',
    );
    const { annotations } = await runBundle('dispatch', {
      ...options({ 'event-type': 'canary' }),
      env: { GITHUB_API_URL: github.url, GITHUB_REF_NAME: 'feature' },
    });
    expect(annotations[0]?.message).toContain(
      '.github/workflows/new.yml on feature listens to it, but is not on the default branch',
    );
  });

  it('refuses to wait for a run that could not be told from others', async () => {
    const before = sends();
    const { entries, annotations } = await dispatch({ 'event-type': 'plain', wait: 'started' });
    expect([entries, sends()]).toEqual([['dispatch-not-traceable'], before]);
    expect(annotations[0]?.message).toContain(
      'Add `run-name: deploy ${{ github.event.client_payload.correlationId }}` to .github/workflows/untraceable.yml',
    );
  });

  it('names the key that makes the payload too large', async () => {
    const before = sends();
    const { entries, annotations } = await dispatch({
      extra: JSON.stringify({ small: 'x', notes: { long: 'y'.repeat(70_000) } }),
    });
    expect([entries, sends()]).toEqual([['dispatch-too-large'], before]);
    expect(annotations[0]?.message).toContain('`release.extra.notes.long`');
  });

  it('goes on without looking where the token may only send', async () => {
    const blind = github.tokens.create({
      kind: 'fine-grained',
      repositories: { 'acme/api': { contents: 'write' } },
    });
    github.failures.push({
      request: /GET .*contents/,
      status: 403,
      message: 'Resource not accessible by personal access token',
      times: 1,
    });
    const { code, annotations } = await dispatch({ 'github-token': blind });
    expect([code, annotations]).toEqual([0, []]);
  });
});

describe('an answer that does not come', () => {
  it('is no reason to send an event again that has arrived', async () => {
    github.failures.push({
      request: /POST .*dispatches/,
      status: 502,
      message: 'Bad Gateway',
      carriedOut: true,
      times: 1,
    });
    const runs = github.runs.length;
    const { code, log } = await dispatch({ wait: 'completed' });
    expect([code, log]).toEqual([0, expect.stringContaining('Looking for a run')]);
    expect(github.runs.length).toBe(runs + 1);
  });

  it('is sent again when no run has started', async () => {
    github.failures.push({
      request: /POST .*dispatches/,
      status: 503,
      message: 'Service Unavailable',
      times: 1,
    });
    const runs = github.runs.length;
    const { code } = await dispatch({ wait: 'completed' });
    expect([code, github.runs.length]).toEqual([0, runs + 1]);
  });

  it('ends the step where nobody can tell, and is not sent twice', async () => {
    github.failures.push({
      request: /POST .*dispatches/,
      status: 502,
      message: 'Bad Gateway',
      carriedOut: true,
      times: 1,
    });
    const before = sends();
    const { entries, annotations } = await dispatch({ 'event-type': 'plain' });
    expect([entries, sends()]).toEqual([['github-unconfirmed'], before + 1]);
    expect(annotations[0]?.message).toContain('does no harm');
  });

  it.each([
    [429, 'Too many requests', { 'retry-after': '1' }],
    [403, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' }],
  ])('is waited for as GitHub asks: %s', async (status, message, headers) => {
    github.failures.push({ request: /POST .*dispatches/, status, message, headers, times: 2 });
    const before = sends();
    const { code } = await dispatch({});
    expect([code, sends()]).toEqual([0, before + 3]);
  });

  it('says when a limit ends that is too far away', async () => {
    const reset = Math.floor(Date.now() / 1000) + 1800;
    github.failures.push({
      request: /POST .*dispatches/,
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
      times: 1,
    });
    const { entries, annotations } = await dispatch({});
    expect(entries).toEqual(['github-rate-limited']);
    expect(annotations[0]?.message).toContain(
      new Date((reset + 1) * 1000).toISOString().slice(0, 16),
    );
  });
});

describe('what never comes', () => {
  it('is GitHub itself', async () => {
    const { entries, annotations } = await runBundle('dispatch', {
      ...options({ workflow: 'by-hand.yml' }),
      env: { GITHUB_API_URL: 'http://127.0.0.1:5' },
    });
    expect(entries).toEqual(['github-unreachable']);
    expect(annotations[0]?.message).toMatch(/failed 4 times, last with: connect ECONNREFUSED/);
  });

  it('is an answer of its API: a page stands there in its place', async () => {
    const page = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<h1>Please log in</h1>');
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const { entries, annotations } = await runBundle('dispatch', {
      ...options({ workflow: 'by-hand.yml' }),
      env: { GITHUB_API_URL: `http://127.0.0.1:${(page.address() as AddressInfo).port}` },
    });
    page.close();
    expect(entries).toEqual(['github-answer-invalid']);
    expect(annotations[0]?.message).toContain('it should be Object');
  });

  it('is the run: GitHub took the event, and Actions are switched off', async () => {
    github.failures.push({ request: /POST .*dispatches/, status: 204, message: '', times: 1 });
    // The API is the playground's; two minutes of waiting pass at once.
    const clock = virtualClock();
    const release = releaseOfRun(
      {
        sha: 'a'.repeat(40),
        ref: 'refs/heads/main',
        repository: 'acme/api',
        runId: 1,
        runUrl: 'https://github.example/1',
        actor: 'ada',
      },
      '11111111-2222',
      clock.now(),
    );
    const sent = dispatchRelease(
      {
        release,
        repositories: ['acme/api'],
        door: { kind: 'event', type: 'deploy' },
        wait: 'started',
        timeout: 60,
        outputsArtifact: undefined,
      },
      { repository: 'acme/api', ref: 'main' },
      { github: octokitGitHub(token, github.url, clock), clock, reporter: silentReporter },
    );
    await expect(sent).rejects.toMatchObject({ entry: 'run-never-started' });
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(100_000);
  });

  it.each([
    ['there is none', 'deploy', 'nothing', 'does not exist'],
    ['it holds something else', 'garbled', 'phase', 'holds no JSON object'],
  ])('are outputs of the run: %s', async (_, type, artifact, problem) => {
    const { entries, annotations } = await dispatch({
      'event-type': type,
      wait: 'completed',
      'outputs-artifact': artifact,
    });
    expect(entries).toEqual(['run-outputs-missing']);
    expect(annotations[0]?.message).toContain(`\`${artifact}\` ${problem}`);
  });
});

describe('what GitHub refuses', () => {
  it.each([
    ['by-hand.yml', 'nowhere', '', /No ref found for: nowhere[\s\S]*Set `ref`/],
    ['deploy.yml', '', '', /workflow_dispatch' trigger[\s\S]*Put `on: workflow_dispatch:`/],
    [
      'by-hand.yml',
      '',
      'size: 1',
      /Unexpected inputs provided: \["size"\][\s\S]*Declare the inputs/,
    ],
    ['nothing.yml', '', '', /Not Found[\s\S]*Check the name of the file/],
  ])('%s on "%s" with inputs "%s"', async (workflow, ref, inputs, words) => {
    const { entries, annotations } = await dispatch({ workflow, ref, inputs });
    expect(entries).toEqual(['dispatch-no-such-workflow']);
    expect(annotations[0]?.message).toMatch(words);
  });

  it.each([
    ['ghs_', { kind: 'job', repository: 'acme/api', permissions: { contents: 'read' } }],
    ['github_pat_', { kind: 'fine-grained', repositories: { 'acme/api': { contents: 'read' } } }],
  ] as const)('a token %s without Contents: write', async (prefix, grant) => {
    const weak = github.tokens.create(grant);
    expect(weak.startsWith(prefix)).toBe(true);
    const { entries, annotations, log } = await dispatch({ 'github-token': weak });
    expect(entries).toEqual(['github-token-lacks-permission']);
    expect(annotations[0]?.title).toBe(
      'The token lacks the permission "Contents: write" on acme/api',
    );
    expect(annotations[0]?.message).toContain('Resource not accessible by');
    expect(log).not.toContain(weak);
  });

  it("the job's own token at another repository", async () => {
    const own = github.tokens.create({
      kind: 'job',
      repository: 'acme/api',
      permissions: { contents: 'write' },
    });
    const inputs = { 'github-token': own, repositories: 'acme/other' };
    const { entries, annotations } = await dispatch(inputs);
    expect(entries).toEqual(['github-repository-not-found']);
    expect(annotations[0]?.message).toContain(
      "The job's own token reaches its own repository only",
    );
  });

  it('a repository that GitHub has closed', async () => {
    const message = 'Repository access blocked';
    github.failures.push({ request: /POST .*dispatches/, status: 451, message, times: 1 });
    const { entries, annotations } = await dispatch({});
    expect(entries).toEqual(['github-request-refused']);
    expect(annotations[0]?.message).toContain(`451 to POST /repos/acme/api/dispatches: ${message}`);
  });

  it('a revoked token', async () => {
    const { entries } = await dispatch({ 'github-token': 'ghp_0123456789abcdef' });
    expect(entries).toEqual(['github-token-invalid']);
  });
});

describe('approvals', () => {
  it('are waited for by name, and a rejection fails the run', async () => {
    repository.environments.production = {
      secrets: {},
      variables: {},
      reviewers: ['grace', 'ada'],
    };
    await github.push(
      repository,
      {
        '.github/workflows/approved.yml': listener('approve', '- run: echo approved').replace(
          '    runs-on',
          '    environment: production\n    runs-on',
        ),
      },
      'With approval',
    );
    const step = await startBundle(
      'dispatch',
      options({ 'event-type': 'approve', wait: 'completed' }),
    );
    await step.sees(/is waiting for approval of environment production by grace, ada/);
    await review('approved');
    expect((await step.result).code).toBe(0);

    const refused = await startBundle(
      'dispatch',
      options({ 'event-type': 'approve', wait: 'completed' }),
    );
    await refused.sees(/is waiting for approval/);
    await review('rejected');
    const { code, annotations } = await refused.result;
    expect([code, annotations[0]?.message]).toEqual([1, expect.stringContaining('job "deploy"')]);
  });

  it('that do not come end the step, and say where to give them', async () => {
    const { entries, annotations } = await dispatch({
      'event-type': 'approve',
      wait: 'completed',
      'wait-timeout': '3s',
    });
    expect(entries).toEqual(['run-wait-timeout']);
    expect(annotations[0]?.message).toMatch(
      /Have it approved or rejected at https:\/\/github\.example/,
    );
    await review('approved');
  });
});

async function review(state: 'approved' | 'rejected'): Promise<void> {
  const waiting = github.runs.find(({ status }) => status === 'waiting');
  const reviewer = github.tokens.create({ kind: 'classic', scopes: ['repo'] });
  const url = `${github.url}/repos/acme/api/actions/runs/${waiting?.id ?? 0}/pending_deployments`;
  const headers = { authorization: `Bearer ${reviewer}`, 'content-type': 'application/json' };
  const pending = (await (await fetch(url, { headers })).json()) as {
    environment: { id: number };
  }[];
  const body = JSON.stringify({
    environment_ids: pending.map(({ environment }) => environment.id),
    state,
    comment: '',
  });
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  await waiting?.finished;
}

it("never used GitHub's API against its description", () => {
  expect(github.violations).toEqual([]);
});
