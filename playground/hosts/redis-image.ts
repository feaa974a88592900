import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { codename, machineMirror } from '../machine/install.js';
import { cacheFolder } from '../machine/places.js';
import { must } from '../machine/run.js';
import { ensureImage } from './ensure-image.js';

/** A server and `redis-cli`, from the distribution's own packages; no shell. */
export const redisImage = 'deploy-kit-playground/redis:1';

/** Makes the image once; it is kept in the playground's engine. */
export async function ensureRedisImage(engine: Engine): Promise<void> {
  await ensureImage(engine, redisImage, () => makeRedis(engine));
}

async function makeRedis(engine: Engine): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const tar = join(cacheFolder, 'redis.tar');
  await must(
    'mmdebstrap',
    ['--variant=extract', '--include=redis-server', codename(), tar, machineMirror()],
    { timeoutMs: 600_000 },
  );
  const command = 'CMD ["redis-server", "--dir", "/data", "--appendonly", "yes"]';
  await engine.must(['import', '--change', command, tar, redisImage]);
  rmSync(tar);
}
