import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { codename, isUbuntu, machineMirror, pluginPackages } from '../machine/install.js';
import { cacheFolder, repositoryRoot } from '../machine/places.js';
import { must } from '../machine/run.js';
import { ensureImage } from './ensure-image.js';
import { engineRecipe, type EngineName, type EngineRecipe } from './server-engines.js';

const packages = [
  'systemd,systemd-sysv,dbus,openssh-server,sudo,ca-certificates,curl,iproute2,procps,iptables,util-linux',
  'docker.io,kmod',
  // The old standalone Compose (1.29 in Debian 12); Ubuntu has the plugin as a package.
  isUbuntu() ? 'docker-compose-v2' : 'docker-compose',
].join(',');

const hosts = join(repositoryRoot, 'playground', 'hosts');
const setUp = join(hosts, 'server-set-up.sh');
const start = join(hosts, 'server-start.sh');

/**
 * The image of a whole server: systemd, sshd, Docker's engine and Compose, from this machine's own
 * distribution or a newer one, and its package source. Built once and kept in the playground's engine.
 * @returns its tag
 */
export async function ensureServerImage(
  engine: Engine,
  name: EngineName,
  say: (line: string) => void,
): Promise<string> {
  const newer = engineRecipe(name);
  const recipe = [
    ...(newer === undefined
      ? [codename(), packages]
      : [JSON.stringify(newer), readFileSync(start, 'utf8')]),
    readFileSync(setUp, 'utf8'),
  ].join('\n');
  const tag = `deploy-kit-playground/server:${createHash('sha256').update(recipe).digest('hex').slice(0, 12)}`;
  await ensureImage(engine, tag, async () => {
    say(
      'Building the server image: a whole system with systemd, sshd and Docker (about a minute, once)',
    );
    await (newer === undefined ? makeServer(engine, tag) : makeNewerServer(engine, tag, newer));
  });
  return tag;
}

async function makeServer(engine: Engine, tag: string): Promise<void> {
  const plugins = join(pluginPackages, 'usr/libexec/docker/cli-plugins');
  const options = [
    `--include=${packages}`,
    ...(isUbuntu() ? ['--components=main,universe'] : []),
    ...(existsSync(plugins)
      ? [
          '--customize-hook=mkdir -p "$1/usr/libexec/docker"',
          `--customize-hook=copy-in ${plugins} /usr/libexec/docker`,
        ]
      : []),
  ];
  await importRoot(engine, tag, ['/sbin/init'], options, [codename(), machineMirror()]);
}

async function makeNewerServer(engine: Engine, tag: string, recipe: EngineRecipe): Promise<void> {
  const { suites } = recipe;
  const sources = suites.map((suite) => `deb ${machineMirror()} ${suite} main`);
  const options = [
    `--include=${recipe.packages}`,
    ...recipe.options,
    `--customize-hook=copy-in ${start} /sbin`,
  ];
  const first = ['sh', '/sbin/server-start.sh'];
  await importRoot(engine, tag, first, options, [suites[0] ?? '', ...sources]);
}

/**
 * Makes the root file system of a server, and the image of it.
 * @param first what the server's first process runs
 * @param from the suite, then where it comes from
 */
async function importRoot(
  engine: Engine,
  tag: string,
  first: readonly string[],
  options: readonly string[],
  [suite = '', ...sources]: readonly string[],
): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const tar = join(cacheFolder, `${tag.replace(/^.*:/, 'server-')}.tar`);
  rmSync(tar, { force: true });
  await must(
    'mmdebstrap',
    [
      '--variant=minbase',
      ...options,
      `--customize-hook=copy-in ${setUp} /root`,
      `--customize-hook=chroot "$1" sh /root/server-set-up.sh`,
      suite,
      tar,
      ...sources,
    ],
    { timeoutMs: 900_000 },
  );
  await engine.must(['import', '--change', `CMD ${JSON.stringify(first)}`, tar, tag], { timeoutMs: 300_000 });
  rmSync(tar);
}
