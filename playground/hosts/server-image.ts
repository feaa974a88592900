import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { codename, isUbuntu, machineMirror, pluginPackages } from '../machine/install.js';
import { repositoryRoot } from '../machine/places.js';
import { ensureImage } from './ensure-image.js';
import { importDebian } from './import-debian.js';
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
const settingUp = [
  `--customize-hook=copy-in ${setUp} /root`,
  `--customize-hook=chroot "$1" sh /root/server-set-up.sh`,
];

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
    '--variant=minbase',
    `--include=${packages}`,
    ...(isUbuntu() ? ['--components=main,universe'] : []),
    ...(existsSync(plugins)
      ? [
          '--customize-hook=mkdir -p "$1/usr/libexec/docker"',
          `--customize-hook=copy-in ${plugins} /usr/libexec/docker`,
        ]
      : []),
    ...settingUp,
  ];
  await importDebian(engine, tag, { options, command: ['/sbin/init'] });
}

async function makeNewerServer(engine: Engine, tag: string, recipe: EngineRecipe): Promise<void> {
  const [suite, ...further] = recipe.suites;
  const sources = [suite, ...further].map((name) => `deb ${machineMirror()} ${name} main`);
  const options = [
    '--variant=minbase',
    `--include=${recipe.packages}`,
    ...recipe.options,
    `--customize-hook=copy-in ${start} /sbin`,
    ...settingUp,
  ];
  const command = ['sh', '/sbin/server-start.sh'];
  await importDebian(engine, tag, { options, from: [suite, ...sources], command });
}
