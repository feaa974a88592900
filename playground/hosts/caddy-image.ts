import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { cacheFolder } from '../machine/places.js';
import { must } from '../machine/run.js';
import { busyboxImage } from './base-images.js';

/** Makes `caddy:2` from the distribution's own package, with the libraries that it is linked with. */
export async function ensureCaddyImage(engine: Engine): Promise<void> {
  if ((await engine.docker(['image', 'inspect', 'caddy:2'])).code === 0) return;
  const packages = join(cacheFolder, 'caddy');
  const binary = join(packages, 'usr/bin/caddy');
  if (!existsSync(binary)) {
    mkdirSync(packages, { recursive: true });
    await must('apt-get', ['download', 'caddy'], { cwd: packages });
    const [file = ''] = readdirSync(packages).filter((name) => name.endsWith('.deb'));
    await must('dpkg', ['-x', join(packages, file), packages]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-image-'));
  copyFileSync(binary, join(folder, 'caddy'));
  const copies = (await libraries(binary)).map((path, index) => {
    copyFileSync(path, join(folder, `library${index}`));
    return `COPY library${index} ${path}`;
  });
  writeFileSync(
    join(folder, 'Dockerfile'),
    [
      `FROM ${busyboxImage}`,
      'COPY caddy /usr/bin/caddy',
      ...copies,
      'CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile"]',
      '',
    ].join('\n'),
  );
  await engine.must(['build', '--quiet', '--tag', 'caddy:2', folder]);
  rmSync(folder, { recursive: true });
}

async function libraries(binary: string): Promise<readonly string[]> {
  const listed = await must('ldd', [binary]);
  return [...listed.matchAll(/(\/\S+) \(0x/g)].flatMap(([, path]) => path ?? []);
}
