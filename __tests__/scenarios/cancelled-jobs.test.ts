import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import type { Run } from '../../playground/github/run.js';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { describeRun, setStage, type Stage } from '../../playground/stage.js';
import {
  answer,
  composeFile,
  deployOptions,
  journal,
  listing,
  pushApp,
} from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
let repository: PlaygroundRepository;

/** What the runner asks: it counts, and answers as it was told. */
const site = { status: 200, asked: 0 };
const http = createServer((_, response) => {
  site.asked += 1;
  response.writeHead(site.status).end('hello\n');
});

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'cancelled' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { registry } = stage;
  repository = await stage.github.createRepository('acme/api', { 'compose.yml': composeFile });
  Object.assign(repository.secrets, {
    SSH_KEY: server.privateKey,
    REGISTRY_PASSWORD: registry.password,
  });
  expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v1'))).code).toBe(0);
}, 300_000);

afterAll(async () => {
  http.close();
  await stage.close();
});

/** What is deployed, and how patiently it is verified. */
interface Chain {
  readonly tag: string;
  readonly soak?: string;
  readonly hooks?: Readonly<Record<string, string>>;
  readonly rollbackOn?: string;
  readonly then?: string;
}

type Shape = 'the root action' | 'a chain of single actions';

/** A push that starts the chain as one step or as three. */
async function start(shape: Shape, chain: Chain): Promise<Run> {
  const workflow = shape === 'the root action' ? rootWorkflow(chain) : chainWorkflow(chain);
  site.asked = 0;
  const { runs } = await stage.github.push(
    repository,
    { '.github/workflows/deploy.yml': workflow },
    `${shape} ${JSON.stringify(chain)}`,
  );
  const [run] = runs;
  if (run === undefined) throw new Error('nothing started');
  return run;
}

const yaml = (inputs: Readonly<Record<string, string>>): string =>
  Object.entries(inputs)
    .map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`)
    .join('');

function workflowOf(steps: string, { then }: Chain): string {
  const last = then === undefined ? '' : `      - run: ${then}\n`;
  return `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n${steps}${last}`;
}

function deployInputs({ hooks, rollbackOn }: Chain): Record<string, string> {
  const { registry } = stage;
  return {
    host: `deploy@${server.address}`,
    'ssh-key': '${{ secrets.SSH_KEY }}',
    'known-hosts': server.knownHosts,
    path: '/opt/app',
    env: `IMAGE=${registry.host}/acme/api`,
    'stable-for': '1s',
    ...(rollbackOn === undefined ? {} : { 'rollback-on': rollbackOn }),
    ...hooks,
  };
}

function imageInputs({ tag }: Chain): Record<string, string> {
  const { registry } = stage;
  return {
    images: `${registry.host}/acme/api:${tag}`,
    'registry-username': registry.username,
    'registry-password': '${{ secrets.REGISTRY_PASSWORD }}',
  };
}

function verifyInputs({ soak = '0s' }: Chain): Record<string, string> {
  const { port } = http.address() as AddressInfo;
  return { urls: `http://127.0.0.1:${port}/`, interval: '200ms', soak };
}

function rootWorkflow(chain: Chain): string {
  const inputs = { ...deployInputs(chain), ...imageInputs(chain), ...verifyInputs(chain) };
  return workflowOf(`      - uses: org/deploy-kit@v1\n        with:\n${yaml(inputs)}`, chain);
}

function chainWorkflow(chain: Chain): string {
  const steps = [
    ['wait-for-image', imageInputs(chain)],
    ['deploy-compose', { ...deployInputs(chain), ...imageInputs(chain) }],
    ['verify-health', verifyInputs(chain)],
  ] as const;
  return workflowOf(
    steps
      .map(
        ([name, inputs]) =>
          `      - uses: org/deploy-kit/${name}@v1\n        with:\n${yaml(inputs)}`,
      )
      .join(''),
    chain,
  );
}

/** Waits until the newest program that deploys on the server has come to that step. */
async function reaches(step: string): Promise<void> {
  await until(`the step "${step}"`, 90, async () => {
    const newest = 'cat "$(ls -td /opt/app/.deploy-kit/releases/*-v2 | head -n 1)/events.jsonl"';
    const { stdout } = await server.exec(['sh', '-c', newest]);
    return stdout.includes(step);
  });
}

/** Waits until no program of ours works on the server. */
async function settles(): Promise<void> {
  await until('the programs on the server', 90, async () => {
    const busy = `for alive in /opt/app/.deploy-kit/releases/*/alive; do flock -n "$alive" true || exit 1; done
      [ ! -e /opt/app/.deploy-kit/transaction ]`;
    return (await server.exec(['sh', '-c', busy])).code === 0;
  });
}

async function live(): Promise<string> {
  const { stdout } = await server.exec(['cat', '/opt/app/.deploy-kit/current']);
  return stdout.replace(/^.*Z-[0-9a-f]{4}-/, '');
}

/** The server is as before: the former release answers, by its own record too, and nothing is left over. */
async function expectFormer(run: Run): Promise<void> {
  await run.finished;
  await settles();
  expect([run.conclusion, await live(), await answer(server)]).toEqual([
    'cancelled',
    'v1',
    'version v1',
  ]);
  expect((await journal(server)).at(-1)?.live).toMatch(/-v1$/);
  expect((await server.exec(['cat', '/opt/app/.env'])).stdout).toContain('IMAGE_TAG=v1\n');
  const left = await listing(server, '/opt/app/.deploy-kit');
  expect(left).not.toMatch(/docker\/config\.json|transaction|env\.base|\.part/);
}

/** How many releases have been live there. */
async function commits(): Promise<number> {
  return (await journal(server)).filter(({ outcome }) => outcome === 'committed').length;
}

const shapes: readonly Shape[] = ['the root action', 'a chain of single actions'];

describe.each(shapes)('A job with %s that is cancelled', (shape) => {
  afterEach(() => {
    site.status = 200;
  });

  it('while it waits for the image has changed nothing', async () => {
    const before = await journal(server);
    const run = await start(shape, { tag: 'never' });
    await until('the wait', 60, () => Promise.resolve(run.processes.size > 0));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    run.cancel.abort();
    await expectFormer(run);
    expect(await journal(server)).toEqual(before);
  });

  it('while the server pulls ends the deploy before its next step', async () => {
    await server.exec(['sh', '-c', 'docker image rm -f $(docker images -q "*/acme/api") || true']);
    const before = await commits();
    const run = await start(shape, { tag: 'v2', hooks: { 'before-deploy': 'sleep 3' } });
    await reaches('Run the hook before-deploy');
    await server.exec(['pkill', '-STOP', '-f', 'systemd-socket-proxyd']);
    await reaches('Pull ');
    run.cancel.abort();
    // While `post` waits for it: the pull itself cannot be told.
    await until('the word to the program', 60, async () => {
      const told = await server.exec(['sh', '-c', 'ls /opt/app/.deploy-kit/releases/*/rejected']);
      return told.code === 0;
    });
    await server.exec(['pkill', '-CONT', '-f', 'systemd-socket-proxyd']);
    await expectFormer(run);
    expect(describeRun(run)).toContain('is not live');
    expect(await commits()).toBe(before);
  });

  it('while the deploy waits at the lock never comes to its turn', async () => {
    const before = await commits();
    const holder = server.exec([
      ...['flock', '/opt/app/.deploy-kit/lock', 'sh', '-c'],
      'until [ -e /tmp/let-go ]; do sleep 0.1; done; rm /tmp/let-go',
    ]);
    const run = await start(shape, { tag: 'v2' });
    await reaches('"event":"waiting"');
    run.cancel.abort();
    await until('the take-back', 60, async () => {
      const { stdout } = await server.exec(['ls', '/opt/app/.deploy-kit/releases']);
      return stdout.includes('-v2-take-back');
    });
    await server.exec(['touch', '/tmp/let-go']);
    await holder;
    await expectFormer(run);
    expect(await commits()).toBe(before);
  });

  it('while the services are switched gets back what ran before', async () => {
    const run = await start(shape, { tag: 'v2', hooks: { 'after-switch': 'sleep 4' } });
    await reaches('Run the hook after-switch');
    expect(await answer(server)).toBe('version v2');
    run.cancel.abort();
    await expectFormer(run);
  });

  it('while it verifies gets back what ran before', async () => {
    site.status = 503;
    const run = await start(shape, { tag: 'v2' });
    await until('a look at the site', 90, () => Promise.resolve(site.asked >= 3));
    expect(await live()).toBe('v2');
    run.cancel.abort();
    await expectFormer(run);
    expect(describeRun(run)).toContain('The job was cancelled before a verification had passed.');
  });

  it('while it watches what is healthy gets back what ran before', async () => {
    const run = await start(shape, { tag: 'v2', soak: '60s' });
    await until('the watch', 90, () => Promise.resolve(site.asked >= 6));
    run.cancel.abort();
    await expectFormer(run);
  });

  it('after the verification has passed keeps the release', async () => {
    const run = await start(shape, { tag: 'v2', then: 'sleep 60' });
    await until('the last step', 90, () => Promise.resolve(run.processes.has('run')));
    run.cancel.abort();
    await run.finished;
    expect([run.conclusion, await live(), await answer(server)]).toEqual([
      'cancelled',
      'v2',
      'version v2',
    ]);
    expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v1'))).code).toBe(0);
  });
});

describe('A job that is cancelled', () => {
  it('keeps what it has deployed with `rollback-on: never`', async () => {
    site.status = 503;
    const run = await start('the root action', { tag: 'v2', rollbackOn: 'never' });
    await until('a look at the site', 90, () => Promise.resolve(site.asked >= 3));
    run.cancel.abort();
    await run.finished;
    expect([await live(), await answer(server)]).toEqual(['v2', 'version v2']);
  });
});
