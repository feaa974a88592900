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
import { ensureImage } from './ensure-image.js';

/** `caddy:2` and `nginx:1`, from the distribution's own packages. */
export async function ensureProxyImages(engine: Engine): Promise<void> {
  for (const image of proxies) await ensureImage(engine, image.tag, () => makeImage(engine, image));
}

interface PackagedImage {
  readonly tag: string;
  readonly package: string;
  /** Where the package has the program, and the image too. */
  readonly binary: string;
  readonly commands: readonly string[];
}

const proxies: readonly PackagedImage[] = [
  {
    tag: 'caddy:2',
    package: 'caddy',
    binary: '/usr/bin/caddy',
    commands: ['CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile"]'],
  },
  {
    tag: 'nginx:1',
    package: 'nginx',
    binary: '/usr/sbin/nginx',
    commands: [
      // The user that its workers run as, where the configuration names none.
      "RUN echo 'nobody:x:65534:65534::/:/bin/sh' >/etc/passwd && echo 'nogroup:x:65534:' >/etc/group",
      'RUN mkdir -p /run /var/log/nginx /var/lib/nginx && ln -sf /dev/stderr /var/log/nginx/error.log',
      // As in the official image: what nginx takes for an orderly end.
      'STOPSIGNAL SIGQUIT',
      'CMD ["nginx", "-g", "daemon off;"]',
    ],
  },
];

/** Makes an image of a package's program and the libraries that it is linked with. */
async function makeImage(engine: Engine, image: PackagedImage): Promise<void> {
  const packages = join(cacheFolder, image.package);
  const binary = join(packages, image.binary);
  if (!existsSync(binary)) {
    mkdirSync(packages, { recursive: true });
    await must('apt-get', ['download', image.package], { cwd: packages });
    const [file = ''] = readdirSync(packages).filter((name) => name.endsWith('.deb'));
    await must('dpkg', ['-x', join(packages, file), packages]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-image-'));
  copyFileSync(binary, join(folder, 'program'));
  const copies = (await libraries(binary)).map((path, index) => {
    copyFileSync(path, join(folder, `library${index}`));
    return `COPY library${index} ${path}`;
  });
  writeFileSync(
    join(folder, 'Dockerfile'),
    [`FROM ${busyboxImage}`, `COPY program ${image.binary}`, ...copies, ...image.commands, ''].join(
      '\n',
    ),
  );
  await engine.must(['build', '--quiet', '--tag', image.tag, folder]);
  rmSync(folder, { recursive: true });
}

async function libraries(binary: string): Promise<readonly string[]> {
  const listed = await must('ldd', [binary]);
  return [...listed.matchAll(/(\/\S+) \(0x/g)].flatMap(([, path]) => path ?? []);
}
