import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGoogle } from '../../playground/cloud/google.js';
import { GitHub } from '../../playground/github/github.js';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import type { Run } from '../../playground/github/run.js';
import { busyboxImage, ensureBaseImages } from '../../playground/hosts/base-images.js';
import { startEngine } from '../../playground/machine/engine.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { describeRun } from '../../playground/stage.js';
import { runBundle } from '../support/run-bundle.js';

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start({
    actions: { 'org/deploy-kit': repositoryRoot },
    env: { PATH: process.env.PATH ?? '' },
  });
}, 120_000);

afterAll(() => {
  github.stop();
});

/** One phase: hands what it got, and its own name, to the next. */
function phase(name: string, environment?: string, script = 'true'): string {
  const extra = '${{ toJSON(github.event.client_payload.release.extra) }}';
  return `name: ${name}
run-name: ${name} \${{ github.event.client_payload.correlationId }}
on: {repository_dispatch: {types: [${name}]}}
jobs:
  apply:
    runs-on: ubuntu-latest
    ${environment === undefined ? '' : `environment: ${environment}`}
    steps:
      - name: Apply ${name}
        env: {EXTRA: '${extra}'}
        run: |
          ${script}
          echo "$EXTRA" | sed 's/^null$/{}/; $ s/}$/,"${name}":"done"}/; s/{,/{/' | tr -d '\\n' | sed 's/{ *,/{/' >outputs.json
      - uses: actions/upload-artifact@v4
        with: {name: outputs, path: outputs.json}
`;
}

const names = ['registry', 'services', 'gateway', 'smoke'] as const;

/** The chain: each phase gets what the one before it left. */
const chain = `name: chain
on: {push: {branches: [main]}}
permissions: {contents: write, actions: read}
jobs:
  chain:
    runs-on: ubuntu-latest
    steps:
${names
  .map(
    (name, index) => `      - id: ${name}
        uses: org/deploy-kit/dispatch@v1
        with:
          event-type: ${name}
          wait: completed
          outputs-artifact: outputs
          extra: ${index === 0 ? "'{}'" : `\${{ steps.${names[index - 1] ?? ''}.outputs.outputs }}`}`,
  )
  .join('\n')}
      - run: echo 'handed over ' '\${{ steps.smoke.outputs.outputs }}'
`;

async function start(repository: PlaygroundRepository, smoke?: string): Promise<Run> {
  repository.environments.production = { secrets: {}, variables: {}, reviewers: ['grace'] };
  const { runs } = await github.push(
    repository,
    {
      '.github/workflows/registry.yml': phase('registry'),
      '.github/workflows/services.yml': phase('services', 'production'),
      '.github/workflows/gateway.yml': phase('gateway', 'production'),
      '.github/workflows/smoke.yml': phase('smoke', undefined, smoke),
      '.github/workflows/chain.yml': chain,
    },
    'four phases',
  );
  const [run] = runs;
  if (run === undefined) throw new Error('the chain did not start');
  return run;
}

/** A person who approves whatever waits, until the run is over. Returns what they approved. */
async function approveAll(run: Run): Promise<readonly string[]> {
  const approved: string[] = [];
  while (run.status !== 'completed') {
    for (const waiting of github.runs.filter(
      ({ status, repository }) => status === 'waiting' && repository === run.repository,
    ))
      for (const decide of waiting.approvals.values()) {
        approved.push(waiting.workflowName);
        decide(true);
      }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return approved;
}

describe('System D: four phases with approvals', () => {
  it('D1: a repository that was never made is named, with what makes it', async () => {
    const engine = await startEngine();
    await ensureBaseImages(engine);
    const front = await registryWithout('web');
    const { port } = front.address() as AddressInfo;
    const { code, annotations } = await runBundle('build-and-dispatch', {
      files: { Dockerfile: `FROM ${busyboxImage}\n` },
      inputs: {
        image: `127.0.0.1:${port}/shop/web/api`,
        'github-token': 'ghs_unused',
        repositories: 'acme/cloud',
      },
      env: engine.env,
    });
    front.close();
    expect([code, annotations[0]?.title]).toEqual([
      1,
      `The registry 127.0.0.1:${port} has no repository for 127.0.0.1:${port}/shop/web/api`,
    ]);
    expect(annotations[0]?.message).toContain('Repository "web" not found');
    expect(annotations[0]?.message).toContain('Create the repository');
  }, 60_000);

  it('D1, D2, D5: what the phases need is looked at before the first begins, in one table', async () => {
    const google = await startGoogle();
    const front = await registryWithout('web');
    const { port } = front.address() as AddressInfo;
    const repository = await github.createRepository('acme/needs', { 'README.md': 'Cloud\n' });
    repository.environments.production = { secrets: {}, variables: {}, reviewers: ['grace'] };
    google.buckets.set('hidden-state', { versioned: true, policy: {} });
    const look = `name: look
on: push
permissions: { contents: read, actions: read }
jobs:
  look:
    runs-on: ubuntu-latest
    env:
      GOOGLE_OAUTH_ACCESS_TOKEN: ${google.newToken()}
      CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: ${google.url}/storage/v1/
    steps:
      - uses: actions/checkout@v5
      - uses: org/deploy-kit/preflight@v1
        with:
          sarif: reports/report.sarif
          checks: |
            - registry: 127.0.0.1:${port}/shop/web/api
            - gcs: no-such-state
            - gcs: hidden-state
            - environment: production
              reviewers: true
            - environment: staging
            - workflow: look.yml
            - secret: DEPLOY_KEY
            - command: test -e README.md
      - if: always()
        run: grep -c '"version":"2.1.0"' reports/report.sarif
`;
    const { runs } = await github.push(repository, { '.github/workflows/look.yml': look }, 'look');
    const [run] = runs;
    if (run === undefined) throw new Error('nothing started');
    await approveAll(run);
    front.close();
    google.stop();
    expect(run.conclusion).toBe('failure');
    const log = describeRun(run);
    for (const line of [
      /fail {5}registry: 127\S+: there is no \S+web\/api: .*Repository "web" not found/,
      /fail {5}gcs: no-such-state: there is no bucket no-such-state\n.*gcloud storage buckets create/,
      /fail {5}gcs: hidden-state: the bucket exists, but this login lacks storage\.objects\.get/,
      /pass {5}environment: production/,
      /fail {5}environment: staging/,
      /pass {5}workflow: look\.yml/,
      /skipped {2}secret: DEPLOY_KEY: /,
      /pass {5}command: test -e README\.md/,
      /pass {5}workflows: 1 files, nothing to report/,
      // The number of SARIF logs in the file.
      /Run step 3\n##\[endgroup\]\n1\n/,
    ])
      expect(log).toMatch(line);
    expect(github.violations).toEqual([]);
  }, 60_000);

  it('D3: a phase that is only on this branch is told from one on the default branch', async () => {
    const repository = await github.createRepository('acme/late', { 'README.md': 'Cloud\n' });
    const look = `name: look
on: push
permissions: { contents: read }
jobs:
  look:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: org/deploy-kit/preflight@v1
        with: { fail-on: never }
`;
    const files = {
      '.github/workflows/look.yml': look,
      '.github/workflows/late.yml': phase('late'),
    };
    const reported = /workflows: listener-off-default-branch/;
    const { runs } = await github.push(repository, files, 'a phase', 'feature');
    const [run] = runs;
    if (run === undefined) throw new Error('nothing started');
    await approveAll(run);
    expect(describeRun(run)).toMatch(reported);
    const { runs: later } = await github.push(repository, files, 'the same');
    const [merged] = later;
    if (merged === undefined) throw new Error('nothing started');
    await approveAll(merged);
    expect(describeRun(merged)).not.toMatch(reported);
    expect(github.violations).toEqual([]);
  }, 60_000);

  it('D4: each phase gets what the one before it left, and approvals are waited for', async () => {
    const repository = await github.createRepository('acme/cloud', { 'README.md': 'Cloud\n' });
    const run = await start(repository);
    const approved = await approveAll(run);
    expect([run.conclusion, describeRun(run)]).toEqual([
      'success',
      expect.stringContaining(
        '{"registry":"done","services":"done","gateway":"done","smoke":"done"}',
      ),
    ]);
    expect(approved).toEqual(['services', 'gateway']);
    expect(describeRun(run)).toContain(
      'is waiting for approval of environment production by grace',
    );
  }, 60_000);

  it('D4: a failed phase fails the chain, with its job and step named', async () => {
    const repository = await github.createRepository('acme/broken', { 'README.md': 'Cloud\n' });
    const run = await start(repository, 'exit 7');
    await approveAll(run);
    expect(run.conclusion).toBe('failure');
    const [annotation] = run.report?.jobs[0]?.annotations ?? [];
    expect(annotation?.title).toMatch(/^The run "smoke [0-9a-f-]+" ended with failure$/);
    expect(annotation?.message).toContain('workflow smoke: job "apply" in step "Apply smoke"');
    expect(annotation?.message).toMatch(
      /https:\/\/github\.example\/acme\/broken\/actions\/runs\/\d+/,
    );
    expect(github.violations).toEqual([]);
  }, 60_000);
});

/** A registry in which a repository must be made first, with the words of Artifact Registry. */
async function registryWithout(repository: string): Promise<Server> {
  const server = createServer((request, response) => {
    const ping = request.url === '/v2/';
    response.writeHead(ping ? 200 : 404, { 'content-type': 'application/json' });
    const error = { code: 'NAME_UNKNOWN', message: `Repository "${repository}" not found` };
    response.end(ping ? '{}' : JSON.stringify({ errors: [error] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return server;
}
