import { deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { runBundle } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import { steadyClient } from '../playground/hosts/steady-client.js';
import type { Stage } from '../playground/stage.js';
import { figure, median, timed, type Figure } from './measure.js';

const deployments = 20;
const requestsPerSecond = 300;

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

/**
 * Requests lost and held while a release is switched behind Caddy twenty times, under a steady load: ours
 * against Compose's own way and against docker-rollout's (scale to two, wait, remove the old one). Also how
 * long a rollback by hand takes, and a deploy that has nothing to do.
 */
export async function rolling(stage: Stage, server: Server): Promise<readonly Figure[]> {
  const tags = ['roll-a', 'roll-b'];
  for (const tag of tags) await pushApp(stage, tag);
  await prepareByHand(stage, server);
  const options = (tag: string): ReturnType<typeof deployOptions> =>
    deployOptions(stage, server, tag, {
      files: { 'compose.yml': composeFile(8090), Caddyfile: caddyfile },
      inputs: { path: '/opt/production', drain: '2s' },
    });
  const deploy = async (tag: string): Promise<void> => {
    const { code, log } = await runBundle('deploy-compose', options(tag));
    if (code !== 0) throw new Error(log);
  };
  await deploy(tags[1] ?? '');
  const ours = await underLoad(server, 8090, (round) => deploy(tags[round % 2] ?? ''));
  const plain = await underLoad(server, 8091, (round) =>
    byHand(server, `IMAGE_TAG=${tags[round % 2] ?? ''} docker compose up -d --wait web`),
  );
  const rollout = await underLoad(server, 8091, (round) =>
    byHand(server, rolloutWay(tags[round % 2] ?? '')),
  );

  const unchanged = await repeated(() => deploy(tags[(deployments - 1) % 2] ?? ''));
  const changed = await repeated((round) => deploy(tags[round % 2] ?? ''));
  const { inputs } = options('');
  const back = await repeated(async () => {
    const { host, path } = inputs;
    const login = {
      'ssh-key': inputs['ssh-key'] ?? '',
      'known-hosts': inputs['known-hosts'] ?? '',
    };
    const run = await runBundle('rollback', {
      inputs: { host: host ?? '', path: path ?? '', drain: '2s', ...login },
    });
    if (run.code !== 0) throw new Error(run.log);
  });
  const load = `${deployments} deploys under ${requestsPerSecond} requests/s`;
  return [
    figure(`lost in ${load}, rolling, against \`up -d\``, 'requests', ours.lost, plain.lost, 0),
    figure(
      `lost in ${load}, rolling, against scale and remove (baseline + 1)`,
      'requests',
      ours.lost,
      rollout.lost + 1,
      0,
    ),
    figure(
      `slowest request in ${load}, rolling, against \`up -d\``,
      'ms',
      ours.slowestMs,
      plain.slowestMs,
      1,
    ),
    figure(
      'deploy of what is live already, against a rolling deploy',
      's',
      unchanged,
      changed,
      0.5,
    ),
    figure(
      'rollback by hand, start to answering, against a rolling deploy',
      's',
      back,
      changed,
      1.15,
    ),
  ];
}

interface LoadResult {
  readonly lost: number;
  readonly slowestMs: number;
}

async function underLoad(
  server: Server,
  port: number,
  deploy: (round: number) => Promise<unknown>,
): Promise<LoadResult> {
  const client = steadyClient(`http://${server.address}:${port}/`, requestsPerSecond);
  for (let round = 0; round < deployments; round++) await deploy(round);
  return client.stop();
}

async function repeated(work: (round: number) => Promise<void>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round++) samples.push(await timed(() => work(round)));
  return median(samples);
}

async function prepareByHand({ registry }: Stage, server: Server): Promise<void> {
  const place = async (file: string, input: string): Promise<void> => {
    await server.exec(['sh', '-c', `cat >/opt/rollout/${file}`], { input });
  };
  await server.exec(['install', '-d', '-o', 'deploy', '/opt/rollout']);
  await place('compose.yml', composeFile(8091));
  await place('Caddyfile', caddyfile);
  await place('.env', `IMAGE=${registry.host}/acme/api\n`);
  await byHand(server, 'IMAGE_TAG=roll-a docker compose pull -q web');
  await byHand(server, 'IMAGE_TAG=roll-b docker compose pull -q web');
  await byHand(server, 'IMAGE_TAG=roll-b docker compose up -d --wait');
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
