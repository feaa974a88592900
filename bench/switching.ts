import { setTimeout as sleep } from 'node:timers/promises';
import { deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { runBundle, type BundleResult } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import { steadyClient, type SteadyResult } from '../playground/hosts/steady-client.js';
import type { Stage } from '../playground/stage.js';
import { figure, median, timed, type Figure } from './measure.js';

const deployments = 20;
const requestsPerSecond = 300;
const tags = ['roll-a', 'roll-b'] as const;
const tagOf = (round: number): string => tags[round % 2] ?? tags[0];
const ports = { rolling: 8090, byHand: 8091, blueGreen: 8092 } as const;

const caddyfile = '{\n\tadmin off\n}\n:80 {\n\treverse_proxy web:8080\n}\n';

function composeFile(port: number): string {
  return `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG}
    restart: unless-stopped
  caddy:
    image: caddy:2
    restart: unless-stopped
    ports: ['${port}:80']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile:ro']
`;
}

interface Way {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

const rolling: Way = {
  files: { 'compose.yml': composeFile(ports.rolling), Caddyfile: caddyfile },
  inputs: { path: '/opt/production', drain: '2s' },
};

const blueGreen: Way = {
  files: {
    'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG}
    restart: unless-stopped
    networks: [proxy_net]
networks: {proxy_net: {external: true}}
`,
    'app.caddy': ':80 {\n\treverse_proxy {\n\t\tto {{web:8080}}\n\t}\n}\n',
  },
  inputs: {
    path: '/opt/blue-green',
    drain: '2s',
    strategy: 'blue-green',
    'proxy-template': 'app.caddy',
    'proxy-file': '/opt/front/Caddyfile',
    'proxy-container': 'front',
  },
};

/**
 * Requests lost and held while a release is switched behind Caddy twenty times, under a steady load: rolling
 * and blue-green against Compose's own way and docker-rollout's (scale to two, wait, remove the old one). Then
 * how long it takes until the release before answers again, and a deploy that has nothing to do.
 */
export async function switching(stage: Stage, server: Server): Promise<readonly Figure[]> {
  for (const tag of tags) await pushApp(stage, tag, 'ok', 'server');
  await prepareByHand(stage, server);
  const deploy = async (way: Way, round: number): Promise<BundleResult> => {
    const run = await runBundle('deploy-compose', deployOptions(stage, server, tagOf(round), way));
    if (run.code !== 0) throw new Error(run.log);
    return run;
  };
  await deploy(rolling, 1);
  await deploy(blueGreen, 1);
  const load = (port: number, work: (round: number) => Promise<unknown>): Promise<SteadyResult> =>
    underLoad(`http://${server.address}:${port}/`, work);
  const rolled = await load(ports.rolling, (round) => deploy(rolling, round));
  const switched = await load(ports.blueGreen, (round) => deploy(blueGreen, round));
  const plain = await load(ports.byHand, (round) =>
    byHand(server, `IMAGE_TAG=${tagOf(round)} docker compose up -d --wait web`),
  );
  const rollout = await load(ports.byHand, (round) => byHand(server, rolloutWay(tagOf(round))));
  const when = `${deployments} deploys under ${requestsPerSecond} requests/s`;
  const lost = (name: string, { lost: ours }: SteadyResult): Figure[] => [
    figure(`lost in ${when}, ${name}, against \`up -d\``, 'requests', ours, plain.lost, 0),
    figure(
      `lost in ${when}, ${name}, against scale and remove (baseline + 1)`,
      'requests',
      ours,
      rollout.lost + 1,
      0,
    ),
  ];
  const slowest = (name: string, { slowestMs }: SteadyResult): Figure =>
    figure(
      `slowest request in ${when}, ${name}, against \`up -d\``,
      'ms',
      slowestMs,
      plain.slowestMs,
      1,
    );
  return [
    ...lost('rolling', rolled),
    slowest('rolling', rolled),
    ...lost('blue-green', switched),
    slowest('blue-green', switched),
    ...(await goingBack(stage, server, deploy)),
  ];
}

async function goingBack(
  stage: Stage,
  server: Server,
  deploy: (way: Way, round: number) => Promise<BundleResult>,
): Promise<readonly Figure[]> {
  const unchanged = await repeated(() => deploy(rolling, deployments - 1));
  const changed = await repeated((round) => deploy(rolling, round));
  const figures = [
    figure(
      'deploy of what is live already, against a rolling deploy',
      's',
      unchanged,
      changed,
      0.5,
    ),
  ];
  for (const [name, way, port] of [
    ['rolling', rolling, ports.rolling],
    ['blue-green', blueGreen, ports.blueGreen],
  ] as const) {
    const url = `http://${server.address}:${port}/`;
    // The verdict is the start of `post`, which a failed step of the job brings about.
    await deploy(way, 0);
    const verdict = await repeated(async () => {
      const { state, env } = await deploy(way, 1);
      const options = deployOptions(stage, server, tagOf(1), way);
      const failed = { 'rollback-on': 'job-failure', 'job-status': 'failure' };
      const saved = [...state].map(([key, value]) => [`STATE_${key}`, value] as const);
      return untilAnswers(url, tagOf(0), () =>
        runBundle('deploy-compose', {
          ...options,
          inputs: { ...options.inputs, ...failed },
          phase: 'post',
          env: Object.fromEntries([...saved, ...env]),
        }),
      );
    });
    const { inputs } = deployOptions(stage, server, '', way);
    const login = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts', 'path', 'drain'].map((key) => [key, inputs[key] ?? '']),
    );
    await deploy(way, 1);
    const back = await repeated((round) =>
      untilAnswers(url, tagOf(round), async () => {
        const run = await runBundle('rollback', { inputs: login });
        if (run.code !== 0) throw new Error(run.log);
        return run;
      }),
    );
    figures.push(
      figure(
        `verdict until the old release answers alone, ${name}, against a rolling deploy`,
        's',
        verdict,
        changed,
        1.15,
      ),
      figure(
        `rollback by hand until it answers alone, ${name}, against a rolling deploy`,
        's',
        back,
        changed,
        1.15,
      ),
    );
  }
  return figures;
}

/** Seconds from the start of something until nothing but the version answers any more. */
async function untilAnswers(
  url: string,
  version: string,
  work: () => Promise<BundleResult>,
): Promise<number> {
  const started = performance.now();
  let other = started;
  const running = work();
  for (let result: BundleResult | undefined; result === undefined;) {
    // A kept connection that was closed under the request is no answer either.
    const text = await fetch(url).then(
      (response) => response.text(),
      () => '',
    );
    if (!text.includes(version)) other = performance.now();
    const pause = sleep(20, undefined);
    result = await Promise.race([running, pause]);
  }
  return (other - started) / 1000;
}

function underLoad(
  url: string,
  deploy: (round: number) => Promise<unknown>,
): Promise<SteadyResult> {
  const client = steadyClient(url, requestsPerSecond);
  const rounds = async (): Promise<void> => {
    for (let round = 0; round < deployments; round++) await deploy(round);
  };
  return rounds().then(() => client.stop());
}

/** The median of five: what each took, or the seconds that it gives. */
async function repeated(work: (round: number) => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round++) {
    let given: unknown;
    const seconds = await timed(async () => {
      given = await work(round);
    });
    samples.push(typeof given === 'number' ? given : seconds);
  }
  return median(samples);
}

async function prepareByHand({ registry }: Stage, server: Server): Promise<void> {
  const place = async (file: string, input: string): Promise<void> => {
    await server.exec(['sh', '-c', `cat >/opt/${file}`], { input });
  };
  await server.exec([
    'install',
    '-d',
    '-o',
    'deploy',
    '/opt/rollout',
    '/opt/front',
    '/opt/blue-green',
  ]);
  await place('rollout/compose.yml', composeFile(ports.byHand));
  await place('rollout/Caddyfile', caddyfile);
  await place('rollout/.env', `IMAGE=${registry.host}/acme/api\n`);
  await byHand(server, 'IMAGE_TAG=roll-a docker compose pull -q web');
  await byHand(server, 'IMAGE_TAG=roll-b docker compose pull -q web');
  await byHand(server, 'IMAGE_TAG=roll-b docker compose up -d --wait');
  await place(
    'front/compose.yml',
    `services:
  front:
    image: caddy:2
    container_name: front
    ports: ['${ports.blueGreen}:80']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile']
    sysctls: ['net.ipv4.tcp_migrate_req=1']
    networks: [proxy_net]
networks: {proxy_net: {external: true}}
`,
  );
  await place('front/Caddyfile', ':80 {\n\trespond 503\n}\n');
  await server.exec([
    'sh',
    '-c',
    'docker network create proxy_net && cd /opt/front && docker compose up -d && chown deploy Caddyfile',
  ]);
}

// docker-rollout's steps: https://github.com/wowu/docker-rollout
function rolloutWay(tag: string): string {
  return `export IMAGE_TAG=${tag}
    old=$(docker compose ps -q web)
    docker compose up -d --no-recreate --scale web=2 web
    new=$(docker compose ps -q web | grep -vF "$old")
    until [ "$(docker inspect --format '{{.State.Health.Status}}' $new)" = healthy ]; do sleep 0.2; done
    docker stop $old && docker rm $old`;
}

async function byHand(server: Server, command: string): Promise<void> {
  const { code, stderr } = await server.ssh(`cd /opt/rollout && { ${command}; }`);
  if (code !== 0) throw new Error(stderr);
}
