import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { ensureImage } from './ensure-image.js';

export const busyboxImage = 'deploy-kit-playground/busybox';

/** Makes the image that the playground's apps are built from: Debian's static BusyBox and nothing else. */
export async function ensureBaseImages(engine: Engine): Promise<void> {
  await ensureImage(engine, busyboxImage, () => makeBusybox(engine));
}

async function makeBusybox(engine: Engine): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-image-'));
  copyFileSync('/bin/busybox', join(folder, 'busybox'));
  chmodSync(join(folder, 'busybox'), 0o755);
  writeFileSync(
    join(folder, 'Dockerfile'),
    'FROM scratch\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox", "--install", "-s", "/bin"]\n',
  );
  await engine.must(['build', '--quiet', '--tag', busyboxImage, folder]);
  rmSync(folder, { recursive: true });
}
