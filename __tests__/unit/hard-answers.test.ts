import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { dockerLogin } from '../../src/registry/outside/docker-login.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { DeployKitError } from '../../src/errors/index.js';
import { renderErrorText } from '../../src/errors/render-error.js';
import { readListeners } from '../../src/dispatch/plan/listeners.js';
import { readOutputs } from '../../src/dispatch/plan/run-outputs.js';
import type { GitHub } from '../../src/github/github.js';
import type { Registry } from '../../src/registry/registry.js';
import {
  documents,
  startHardServer,
  wireAnswers,
  type HardServer,
  type WireAnswer,
} from '../support/hard-server.js';
import { virtualClock } from '../support/virtual-clock.js';

/** `npm run fuzz` sets it high. */
const runs = Number(process.env.FUZZ_RUNS ?? 300);

/** Nothing here waits for anything: an answer that is not there after this long never comes. */
const hangsAfterMilliseconds = 10_000;

/** An error must fit an annotation: GitHub cuts a longer one. */
const longestError = 4096;

let server: HardServer;
let dockerConfig: string | undefined;

beforeAll(async () => {
  server = await startHardServer();
  // Nobody is logged in, whatever the machine's own docker knows.
  dockerConfig = process.env.DOCKER_CONFIG;
  process.env.DOCKER_CONFIG = '/nonexistent';
});

afterAll(() => {
  server.close();
  if (dockerConfig === undefined) delete process.env.DOCKER_CONFIG;
  else process.env.DOCKER_CONFIG = dockerConfig;
});

/** Ends in time, with a value or with an entry of the catalogue that fits an annotation and tells no secret. */
async function endsWell(ask: () => Promise<unknown>, secrets: readonly string[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it hangs'));
    }, hangsAfterMilliseconds);
  });
  try {
    await Promise.race([ask(), hang]);
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    expect(error.entry).not.toBe('internal-error');
    const text = `${error.title}\n${renderErrorText(error)}`;
    expect(text.length).toBeLessThan(longestError);
    expect(text).not.toContain('\n::');
    for (const secret of secrets) expect(text).not.toContain(secret);
  } finally {
    clearTimeout(timer);
  }
}

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

describe('Whatever a registry answers', () => {
  const password = 'not-to-be-seen-0815';
  const bearer = 'bearer-not-to-be-seen-1234';
  const digestOf = (body: Buffer): string =>
    `sha256:${createHash('sha256').update(body).digest('hex')}`;

  const configuration = {
    os: 'linux',
    architecture: 'amd64',
    created: '2026-01-01T00:00:00Z',
    config: { Labels: { 'org.opencontainers.image.revision': 'a' } },
  };
  const tokens = [
    { token: bearer, expires_in: 300 },
    { access_token: bearer },
    { token: `${bearer}\nx: y`, expires_in: null },
    { token: `${bearer}\u00e9` },
  ];
  const errors = [
    { errors: [{ code: 'DENIED', message: 'no access', detail: {} }] },
    { details: 'x' },
  ];
  const manifest = (config: Buffer): object => ({
    schemaVersion: 2,
    config: { digest: digestOf(config), size: 1 },
    layers: [{ digest: digestOf(Buffer.from('layer')), size: 5 }],
  });
  const index = (below: Buffer): object => ({
    schemaVersion: 2,
    manifests: [
      { digest: digestOf(below), platform: { os: 'linux', architecture: 'amd64' } },
      { digest: digestOf(below), annotations: {} },
    ],
  });

  const asks: Readonly<Record<string, (registry: Registry, host: string) => Promise<unknown>>> = {
    find: (registry, host) => registry.find(image(host)),
    describe: (registry, host) => registry.describe(image(host)),
    missingBlobs: (registry, host) => registry.missingBlobs(image(host), []),
    addTag: (registry, host) => registry.addTag(image(host), 'v2'),
  };
  const image = (registry: string): Parameters<Registry['find']>[0] => ({
    registry,
    repository: 'acme/api',
    tag: 'v1',
    digest: undefined,
  });

  interface World {
    readonly config: Buffer;
    readonly single: Buffer;
    readonly top: Buffer;
    readonly token: Buffer;
    readonly asksLogin: boolean;
    readonly odd: WireAnswer;
    readonly oddAt: number;
  }

  /** A registry that is right but for its documents, and for one answer that is anything. */
  const worlds = (): fc.Arbitrary<World> =>
    documents([configuration]).chain((config) =>
      documents([manifest(config)]).chain((single) =>
        fc.record({
          config: fc.constant(config),
          single: fc.constant(single),
          top: fc.oneof(fc.constant(single), documents([index(single)])),
          token: documents(tokens),
          asksLogin: fc.boolean(),
          odd: wireAnswers(server.url, [...errors, ...tokens, manifest(config), index(single)]),
          oddAt: fc.nat(6),
        }),
      ),
    );

  it.each(Object.entries(asks))('%s ends well', async (_, ask) => {
    const host = new URL(server.url).host;
    const account = { registry: host, username: 'ci', password };
    await fc.assert(
      fc.asyncProperty(worlds(), async ({ config, single, top, token, asksLogin, odd, oddAt }) => {
        let asked = 0;
        const ok = (body: Buffer): WireAnswer => ({
          status: 200,
          headers: {},
          body,
          fault: 'none',
        });
        server.answerWith(({ url = '', headers }) => {
          if (asked++ === oddAt) return odd;
          if (url.startsWith('/token')) return ok(token);
          const realm = `Bearer realm="${server.url}/token",service="s"`;
          if (asksLogin && headers.authorization === undefined)
            return { ...ok(Buffer.alloc(0)), status: 401, headers: { 'www-authenticate': realm } };
          if (url.endsWith('/manifests/v1')) return ok(top);
          return ok(url.includes('/manifests/') ? single : config);
        });
        await endsWell(() => ask(ociRegistry({ account }), host), [password, bearer]);
      }),
      { numRuns: runs },
    );
  });

  it('is told as that where it is no image', async () => {
    const body = Buffer.from('<h1>Please log in</h1>');
    server.answerWith(() => ({ status: 200, headers: {}, body, fault: 'none' }));
    const { host } = new URL(server.url);
    await expect(ociRegistry({}).find(image(host))).rejects.toMatchObject({
      entry: 'registry-answer-invalid',
    });
  });

  it('leads no credentials to another host', async () => {
    const seen: (string | undefined)[] = [];
    const other = await startHardServer();
    const { port } = new URL(other.url);
    other.answerWith(({ headers }) => {
      seen.push(headers.authorization);
      return { status: 404, headers: {}, body: Buffer.alloc(0), fault: 'none' };
    });
    server.answerWith(({ headers }) =>
      headers.authorization === undefined
        ? {
            status: 401,
            headers: { 'www-authenticate': 'Basic' },
            body: Buffer.alloc(0),
            fault: 'none',
          }
        : {
            status: 307,
            headers: { location: `http://localhost:${port}/elsewhere` },
            body: Buffer.alloc(0),
            fault: 'none',
          },
    );
    const { host } = new URL(server.url);
    const account = { registry: host, username: 'ci', password };
    expect(await ociRegistry({ account }).find(image(host))).toBeUndefined();
    other.close();
    expect(seen).toEqual([undefined]);
  });
});

describe('Whatever docker keeps of its logins', () => {
  const password = 'not-to-be-seen-1588';
  const auth = Buffer.from(`ci:${password}`).toString('base64');
  const stored = { auths: { 'ghcr.io': { auth } } };

  it('is read, or is no login', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
    process.env.DOCKER_CONFIG = folder;
    const configs = documents([
      stored,
      { ...stored, credHelpers: { 'ghcr.io': 'nowhere' }, credsStore: 'nowhere' },
      { auths: { 'ghcr.io': { identitytoken: password } } },
    ]);
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        writeFileSync(join(folder, 'config.json'), config);
        expect((await dockerLogin('ghcr.io')).who).not.toContain(password);
      }),
      { numRuns: runs },
    );
    process.env.DOCKER_CONFIG = '/nonexistent';
    rmSync(folder, { recursive: true });
  });
});
