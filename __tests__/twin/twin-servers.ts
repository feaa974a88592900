import { postgresImage, ensurePostgresImage } from '../../playground/hosts/postgres-image.js';
import { ensureRedisImage, redisImage } from '../../playground/hosts/redis-image.js';
import type { Server } from '../../playground/hosts/server.js';
import type { Stage } from '../../playground/stage.js';
import { pushApp } from '../support/deploys.js';

/** Two servers that should end up alike: one is deployed to, on the other somebody types. */
export interface Twins {
  readonly stage: Stage;
  readonly deployed: Server;
  readonly byHand: Server;
}

/** Two servers with the same images, and the releases of every shape in the registry. */
export async function startTwins(stage: Stage): Promise<Twins> {
  await ensurePostgresImage(stage.engine);
  await ensureRedisImage(stage.engine);
  const images = [postgresImage, redisImage];
  const [deployed, byHand] = await Promise.all([
    stage.startServer({ name: 'deployed', images }),
    stage.startServer({ name: 'by-hand', images }),
  ]);
  const { host, username, password } = stage.registry;
  await byHand.exec(
    ['su', 'deploy', '-c', `docker login -u ${username} --password-stdin ${host}`],
    { input: password },
  );
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
  await pushApp(stage, 'crash', 'exit');
  await pushApp(stage, 'sick', 'unhealthy');
  await pushWithVolume(stage, ['v1', 'v2', 'v3', 'crash', 'sick']);
  return { stage, deployed, byHand };
}

/** The same releases once more, of an image that has a volume of its own. */
async function pushWithVolume({ engine, registry }: Stage, tags: readonly string[]): Promise<void> {
  const { host, username, password } = registry;
  await engine.must(['login', '--username', username, '--password-stdin', host], {
    input: password,
  });
  for (const tag of tags) {
    const image = `${host}/acme/api`;
    await engine.must(['buildx', 'build', '--push', '--tag', `${image}-volume:${tag}`, '-'], {
      input: `FROM ${image}:${tag}\nVOLUME /data\n`,
    });
  }
  await engine.must(['logout', host]);
}
