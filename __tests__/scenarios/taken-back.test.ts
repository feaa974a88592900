import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import type { Run } from '../../playground/github/run.js';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { describeRun, setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
let repository: PlaygroundRepository;

/** What the runner asks: it counts, and answers as it was told. */
const site = { status: 200, asked: 0 };
const http = createServer((_, response) => {
  site.asked += 1;
  response.writeHead(site.status).end('hello\n');
});

type Inputs = Readonly<Record<string, string>>;
/** A place on the server with a port of its own. */
interface Place {
  readonly path: string;
  readonly port: number;
  readonly user?: string;
}

const compose = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['\${PORT:-8080}:8080']
`;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'taken-back' });
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  repository = await stage.github.createRepository('acme/api', {
    'compose.yml': compose,
  });
  Object.assign(repository.secrets, {
    SSH_KEY: server.privateKey,
    REGISTRY_PASSWORD: stage.registry.password,
  });
}, 300_000);

afterAll(async () => {
  http.close();
  await stage.close();
});

afterEach(() => {
  site.status = 200;
});

const url = (path: string): string =>
  `http://127.0.0.1:${(http.address() as AddressInfo).port}${path}`;

const sh = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

function deployInputs({ path, port, user = 'deploy' }: Place, tag: string, more: Inputs): Inputs {
  const { registry } = stage;
  return {
    host: `${user}@${server.address}`,
    'ssh-key': '${{ secrets.SSH_KEY }}',
    'known-hosts': server.knownHosts,
    path,
    env: `IMAGE=${registry.host}/acme/api\nPORT=${port}`,
    'stable-for': '1s',
    images: `${registry.host}/acme/api:${tag}`,
    'registry-username': registry.username,
    'registry-password': '${{ secrets.REGISTRY_PASSWORD }}',
    ...more,
  };
}
const verify = (more: Inputs = {}): Inputs => ({ urls: url('/'), interval: '200ms', ...more });

type Step = readonly [uses: string, inputs: Inputs];
const action = (name: string): string =>
  name === 'deploy-kit' ? 'org/deploy-kit@v1' : `org/deploy-kit/${name}@v1`;

/** A push that starts one job with those steps. */
async function start(steps: readonly Step[], last = ''): Promise<Run> {
  site.asked = 0;
  const yaml = steps
    .map(
      ([name, inputs]) =>
        `      - uses: ${action(name)}\n        with:\n${Object.entries(inputs)
          .map(([key, value]) => `          ${key}: ${JSON.stringify(value)}\n`)
          .join('')}`,
    )
    .join('');
  const { runs } = await stage.github.push(
    repository,
    {
      '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n${yaml}${last === '' ? '' : `      - run: ${last}\n`}`,
    },
    `${Math.random()}`,
  );
  const [run] = runs;
  if (run === undefined) throw new Error('nothing started');
  return run;
}

const root = (place: Place, tag: string, more: Inputs = {}): Step => [
  'deploy-kit',
  { ...deployInputs(place, tag, {}), ...verify(), ...more },
];
const deploy = (place: Place, tag: string, more: Inputs = {}): Step => [
  'deploy-compose',
  deployInputs(place, tag, more),
];

async function reaches({ path }: Place, tag: string, step: string): Promise<void> {
  await until(`"${step}" of ${tag}`, 120, async () =>
    (
      await sh(`cat "$(ls -td ${path}/.deploy-kit/releases/*-${tag} | head -n 1)/events.jsonl"`)
    ).includes(step),
  );
}
async function settles({ path }: Place): Promise<void> {
  await until('the programs on the server', 120, async () => {
    const busy = `for alive in ${path}/.deploy-kit/releases/*/alive ${path}/.deploy-kit/releases/*/*/alive; do [ ! -e "$alive" ] || flock -n "$alive" true || exit 1; done
      [ ! -e ${path}/.deploy-kit/transaction ]`;
    return (await server.exec(['sh', '-c', busy])).code === 0;
  });
}
const live = async ({ path }: Place): Promise<string> =>
  (await sh(`cat ${path}/.deploy-kit/current`)).replace(/^.*Z-[0-9a-f]{4}-/, '');

async function folder({ path, user = 'deploy' }: Place): Promise<void> {
  await sh(`install -d -o ${user} -g ${user} ${path}`);
}
/** Makes v1 live there. */
async function begin(place: Place, more: Inputs = {}): Promise<void> {
  await folder(place);
  const run = await bundle('deploy-compose', place, 'v1', more);
  expect([run.code, run.entries]).toEqual([0, []]);
}
const options = (place: Place, tag: string, more: Inputs): Parameters<typeof runBundle>[1] => {
  const base = deployOptions(stage, server, tag);
  return {
    files: { 'compose.yml': compose },
    inputs: {
      ...base.inputs,
      host: `${place.user ?? 'deploy'}@${server.address}`,
      path: place.path,
      env: `IMAGE=${stage.registry.host}/acme/api\nPORT=${place.port}`,
      'stable-for': '1s',
      ...more,
    },
  };
};
const bundle = (
  name: string,
  place: Place,
  tag: string,
  more: Inputs = {},
): Promise<BundleResult> => runBundle(name, options(place, tag, more));

/** Holds the lock of a place until it is let go. */
function hold({ path }: Place): () => Promise<void> {
  const mark = `/tmp/let-go-${Math.random()}`;
  const holder = server.exec([
    ...['flock', `${path}/.deploy-kit/lock`, 'sh', '-c'],
    `until [ -e ${mark} ]; do sleep 0.1; done`,
  ]);
  return async () => {
    await sh(`touch ${mark}`);
    await holder;
  };
}
const looks = (count: number): Promise<void> =>
  until('a look at the site', 120, () => Promise.resolve(site.asked >= count));
const show = (run: Run): string => describeRun(run);

const containersIn = ({ path }: Place): Promise<string> =>
  sh(
    `docker ps -a --filter label=com.docker.compose.project.working_dir=${path} --format '{{.Names}}'`,
  );

describe('The first deploy ever, cancelled', () => {
  const cases: readonly (readonly [string, (place: Place) => Promise<Run>])[] = [
    [
      'before its first change',
      async (place) => {
        const run = await start([root(place, 'v1', { 'before-deploy': 'sleep 4' })]);
        await reaches(place, 'v1', 'Run the hook before-deploy');
        return run;
      },
    ],
    [
      'while it switches',
      async (place) => {
        const run = await start([root(place, 'v1', { 'after-switch': 'sleep 4' })]);
        await reaches(place, 'v1', 'Run the hook after-switch');
        return run;
      },
    ],
    [
      'while it verifies',
      async (place) => {
        site.status = 503;
        const run = await start([root(place, 'v1')]);
        await looks(3);
        return run;
      },
    ],
  ];
  it.each(cases)('%s leaves the server empty', async (name, until) => {
    const port = 8201 + cases.findIndex(([other]) => other === name);
    const place = { path: `/opt/first-${port}`, port };
    await folder(place);
    const run = await until(place);
    run.cancel.abort();
    await run.finished;
    await settles(place);
    const left = await sh(`ls -A ${place.path}; cat ${place.path}/.deploy-kit/current`);
    expect([run.conclusion, await containersIn(place), left]).toEqual([
      'cancelled',
      '',
      '.deploy-kit',
    ]);
  });
});

it('A breaking migration that is cancelled runs the rollback-command', async () => {
  const place = { path: '/opt/migrating', port: 8211 };
  await begin(place);
  const run = await start([
    root(place, 'v2', {
      migration: 'breaking',
      'migration-command': 'sleep 4; echo up',
      'rollback-command': 'echo down',
    }),
  ]);
  await reaches(place, 'v2', 'Migrate with');
  run.cancel.abort();
  await run.finished;
  await settles(place);
  expect([await live(place), await answer(server, 8211)]).toEqual(['v1', 'version v1']);
  const events = await sh(`cat ${place.path}/.deploy-kit/releases/*-v2/events.jsonl`);
  expect(events).toMatch(/"source":"migration","line":"up"/);
  expect(events).toMatch(/"source":"rollback-command","line":"down"/);
});

it('Of two cancelled jobs the second goes back to what ran before the first', async () => {
  const place = { path: '/opt/twice', port: 8215 };
  await begin(place);
  site.status = 503;
  const first = await start([root(place, 'v2')]);
  await looks(3);
  // The second job deploys over it while the first still verifies; both are cancelled.
  const second = await start([root(place, 'v3', { 'before-deploy': 'sleep 6' })]);
  await reaches(place, 'v3', 'Run the hook before-deploy');
  first.cancel.abort();
  await first.finished;
  await until('v3', 120, async () => (await live(place)) === 'v3');
  await looks(6);
  second.cancel.abort();
  await second.finished;
  await settles(place);
  expect([await live(place), await answer(server, 8215)]).toEqual(['v1', 'version v1']);
});

it('A take-back waits for the lock for longer than `lock-timeout`', async () => {
  const place = { path: '/opt/locked', port: 8216 };
  await begin(place);
  site.status = 503;
  const run = await start([root(place, 'v2', { 'lock-timeout': '3s' })]);
  await looks(3);
  const letGo = hold(place);
  run.cancel.abort();
  await reaches(place, 'v2-take-back-*', '"event":"waiting"');
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await letGo();
  await run.finished;
  await settles(place);
  expect([await live(place), await answer(server, 8216)]).toEqual(['v1', 'version v1']);
});

it('A job that is cancelled while the root action takes back gets back what ran before', async () => {
  const place = { path: '/opt/taking', port: 8217 };
  await begin(place);
  site.status = 503;
  const run = await start([root(place, 'v2', { 'verify-timeout': '5s', 'fail-fast': 'false' })]);
  await looks(3);
  const letGo = hold(place);
  await reaches(place, 'v2-take-back-*', '"event":"waiting"');
  run.cancel.abort();
  await new Promise((resolve) => setTimeout(resolve, 6000));
  const tree = await sh(`find ${place.path}/.deploy-kit/releases -maxdepth 2 | grep take-back`);
  await letGo();
  await run.finished;
  await settles(place);
  expect([await live(place), await answer(server, 8217)]).toEqual(['v1', 'version v1']);
  expect(tree).not.toMatch(/take-back\/.*\.part/);
});

it.each([
  ['the root action', 'org/deploy-kit@v1', (place: Place) => [root(place, 'v2')]],
  [
    'a chain',
    'org/deploy-kit/verify-health@v1',
    (place: Place) => [deploy(place, 'v2'), ['verify-health', verify()] as const],
  ],
])('A verification that is killed, in %s, has not passed', async (name, step, steps) => {
  const place = { path: `/opt/killed-${name.length}`, port: 8220 + name.length };
  await begin(place);
  site.status = 503;
  const run = await start(steps(place));
  await looks(3);
  process.kill(run.processes.get(step) ?? 0, 'SIGKILL');
  await run.finished;
  await settles(place);
  expect([run.conclusion, await live(place)]).toEqual(['failure', 'v1']);
});

describe('Two deploys to two paths in one job', () => {
  const one = { path: '/opt/pair-one', port: 8241 };
  const two = { path: '/opt/pair-two', port: 8242 };

  it('cancelled in the second verification keeps the first, which has passed', async () => {
    await begin(one);
    await begin(two);
    const run = await start([
      deploy(one, 'v2'),
      ['verify-health', verify()],
      deploy(two, 'v2'),
      ['verify-health', verify({ soak: '60s' })],
    ]);
    await until('v2', 120, async () => (await live(two)) === 'v2');
    site.asked = 0;
    await looks(5);
    run.cancel.abort();
    await run.finished;
    expect([await live(one), await live(two)]).toEqual(['v2', 'v1']);
  });

  it('verified by one step after both, then cancelled: both stay', async () => {
    await begin(one);
    await begin(two);
    const run = await start(
      [deploy(one, 'v2'), deploy(two, 'v2'), ['verify-health', verify()]],
      'sleep 60',
    );
    await until('the last step', 120, () => Promise.resolve(run.processes.has('run')));
    run.cancel.abort();
    await run.finished;
    expect([await live(one), await live(two)]).toEqual(['v2', 'v2']);
  });

  it('one step after both finds them wanting: both go back, also when the second changed nothing', async () => {
    await begin(one);
    await begin(two);
    site.status = 503;
    const run = await start([
      deploy(one, 'v2'),
      deploy(two, 'v1'),
      ['verify-health', verify({ timeout: '3s' })],
    ]);
    await run.finished;
    expect([await live(one), await live(two)]).toEqual(['v1', 'v1']);
  });
});

it('A program that is killed after its commit has made the release live, which `job-failure` takes back', async () => {
  const place = { path: '/opt/after', port: 8243 };
  await begin(place);
  const run = await start([
    deploy(place, 'v2', { 'after-deploy': 'sleep 30', 'rollback-on': 'job-failure' }),
  ]);
  await reaches(place, 'v2', '\\"outcome\\":\\"committed\\"');
  await server.exec(['pkill', '-9', '-f', `^sh ${place.path}/.deploy-kit/releases/`]);
  await run.finished;
  await settles(place);
  expect([run.conclusion, await live(place)]).toEqual(['failure', 'v1']);
});

it('What was live before, deployed again and cancelled while it verifies, stays', async () => {
  const place = { path: '/opt/same', port: 8245 };
  await begin(place);
  const before = await sh(`cat ${place.path}/.deploy-kit/current`);
  site.status = 503;
  const run = await start([root(place, 'v1')]);
  await looks(3);
  run.cancel.abort();
  await run.finished;
  expect(await sh(`cat ${place.path}/.deploy-kit/current`)).toBe(before);
});

it('The root action finds a Compose file that is not there before it waits for the image', async () => {
  const place = { path: '/opt/typo', port: 8246 };
  const run = await bundle('deploy-kit', place, 'never', {
    'compose-files': 'nope.yml',
    'wait-timeout': '4s',
  });
  expect(run.entries).not.toEqual(['image-never-came']);
});

it('A take-back that finds another host key does not say that the server was not changed', async () => {
  const place = { path: '/opt/gone', port: 8248 };
  await begin(place);
  site.status = 503;
  const run = await start([root(place, 'v2', { 'verify-timeout': '8s', 'fail-fast': 'false' })]);
  await looks(3);
  const restart = 'systemctl restart ssh; pkill -f "sshd[a-z-]*: deploy"; true';
  await sh(`mkdir /root/keys; mv /etc/ssh/ssh_host_* /root/keys; ssh-keygen -A; ${restart}`);
  await run.finished;
  await sh(`rm /etc/ssh/ssh_host_*; mv /root/keys/* /etc/ssh; ${restart}`);
  expect(await live(place)).toBe('v2');
  expect(show(run)).toContain('ssh-host-key-mismatch');
  expect(show(run)).not.toContain('The server was not changed');
});
