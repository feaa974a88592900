import { postgresImage, ensurePostgresImage } from '../../playground/hosts/postgres-image.js';
import { ensureRedisImage, redisImage } from '../../playground/hosts/redis-image.js';
import type { Server } from '../../playground/hosts/server.js';
import type { Stage } from '../../playground/stage.js';
import { pushApp, type AppMode } from '../support/deploys.js';
import { sidesOf, type Shape, type Side } from './shape.js';

/** Two servers that should end up alike: one is deployed to, on the other somebody types. */
export interface Twins {
  readonly stage: Stage;
  readonly deployed: Server;
  readonly byHand: Server;
}

const tags = ['v0', 'v1', 'v2', 'v3', 'crash', 'sick'] as const;

/** Two servers with the same images, and the releases of these shapes in the registry. */
export async function startTwins(stage: Stage, shapes: readonly Shape[]): Promise<Twins> {
  await ensurePostgresImage(stage.engine);
  await ensureRedisImage(stage.engine);
  const images = [postgresImage, redisImage];
  const [deployed, byHand] = await Promise.all([
    stage.startServer({ name: 'deployed', images }),
    stage.startServer({ name: 'by-hand', images }),
  ]);
  const { host, username, password } = stage.registry;
  const login = `docker login -u ${username} --password-stdin ${host}`;
  for (const user of ['deploy', 'root'])
    await byHand.exec(['su', user, '-c', login], { input: password });
  for (const tag of tags) await pushApp(stage, tag, modes[tag]);
  const sides = new Set(shapes.flatMap(({ v1, v2 }) => [...sidesOf(v1), ...sidesOf(v2)]));
  for (const side of sides) await pushSide(stage, side);
  return { stage, deployed, byHand };
}

/** Gets the image of what runs before the first release to a server whose users have no account of the registry's. */
export async function pullFormer({ stage, deployed }: Twins): Promise<void> {
  const { host, username, password } = stage.registry;
  const script = `export DOCKER_CONFIG=$(mktemp -d)
    docker login -u ${username} --password-stdin ${host} && docker pull -q ${host}/acme/api:v0
    rm -r "$DOCKER_CONFIG"`;
  await deployed.exec(['sh', '-c', script], { input: password });
}

const modes: Readonly<Record<string, AppMode>> = { crash: 'exit', sick: 'unhealthy' };

/** The same releases once more, of an image that is released beside the app's. */
async function pushSide({ engine, registry }: Stage, side: Side): Promise<void> {
  const { host, username, password } = registry;
  const login = ['login', '--username', username, '--password-stdin', host];
  await engine.must(login, { input: password });
  for (const tag of tags) {
    const image = `${host}/acme/api`;
    const recipes: Readonly<Record<Side, string>> = {
      volume: `FROM ${image}:${tag}\nVOLUME /data\n`,
      redis: `FROM ${redisImage}\nENV VERSION=${tag}\n`,
      postgres: `FROM ${postgresImage}\nENV VERSION=${tag}\n`,
    };
    const build = ['buildx', 'build', '--push', '--tag', `${image}-${side}:${tag}`, '-'];
    await engine.must(build, { input: recipes[side] });
  }
  await engine.must(['logout', host]);
}
