import type { Engine } from '../machine/engine.js';
import { withLock } from '../machine/lock.js';

/** Makes an image that the playground's engine lacks, once, however many ask for it at the same time. */
export async function ensureImage(
  engine: Engine,
  tag: string,
  make: () => Promise<unknown>,
): Promise<void> {
  const isThere = async (): Promise<boolean> =>
    (await engine.docker(['image', 'inspect', tag])).code === 0;
  if (await isThere()) return;
  await withLock(`image-${tag}`, async () => {
    if (!(await isThere())) await make();
  });
}
