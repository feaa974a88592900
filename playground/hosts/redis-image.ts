import type { Engine } from '../machine/engine.js';
import { ensureImage } from './ensure-image.js';
import { importDebian } from './import-debian.js';

/** A server and `redis-cli`, from the distribution's own packages; no shell. */
export const redisImage = 'deploy-kit-playground/redis:1';

/** Makes the image once; it is kept in the playground's engine. */
export async function ensureRedisImage(engine: Engine): Promise<void> {
  await ensureImage(engine, redisImage, () =>
    importDebian(engine, redisImage, {
      options: ['--variant=extract', '--include=redis-server'],
      command: ['redis-server'],
    }),
  );
}
