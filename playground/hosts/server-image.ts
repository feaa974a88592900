import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { codename, isUbuntu, machineMirror, pluginPackages } from '../machine/install.js';
import { cacheFolder, repositoryRoot } from '../machine/places.js';
import { must } from '../machine/run.js';
import { ensureImage } from './ensure-image.js';

const packages = [
  'systemd,systemd-sysv,dbus,openssh-server,sudo,ca-certificates,curl,iproute2,procps,iptables,util-linux',
  'docker.io,kmod',
  // The old standalone Compose (1.29 in Debian 12); Ubuntu has the plugin as a package.
  isUbuntu() ? 'docker-compose-v2' : 'docker-compose',
].join(',');

const setUp = join(repositoryRoot, 'playground', 'hosts', 'server-set-up.sh');

/**
 * The image of a whole server: systemd, sshd, Docker's engine and Compose, from this machine's own
 * distribution and package source. Built once and kept in the playground's engine.
 * @returns its tag
 */
export async function ensureServerImage(
  engine: Engine,
  say: (line: string) => void,
): Promise<string> {
  const recipe = [codename(), packages, readFileSync(setUp, 'utf8')].join('\n');
  const tag = `deploy-kit-playground/server:${createHash('sha256').update(recipe).digest('hex').slice(0, 12)}`;
  await ensureImage(engine, tag, () => makeServer(engine, tag, say));
  return tag;
}

async function makeServer(engine: Engine, tag: string, say: (line: string) => void): Promise<void> {
  say(
    'Building the server image: a whole system with systemd, sshd and Docker (about a minute, once)',
  );
  mkdirSync(cacheFolder, { recursive: true });
  const tar = join(cacheFolder, 'server.tar');
  rmSync(tar, { force: true });
  const plugins = join(pluginPackages, 'usr/libexec/docker/cli-plugins');
  await must(
    'mmdebstrap',
    [
      '--variant=minbase',
      `--include=${packages}`,
      ...(isUbuntu() ? ['--components=main,universe'] : []),
      ...(existsSync(plugins)
        ? [
            '--customize-hook=mkdir -p "$1/usr/libexec/docker"',
            `--customize-hook=copy-in ${plugins} /usr/libexec/docker`,
          ]
        : []),
      `--customize-hook=copy-in ${setUp} /root`,
      `--customize-hook=chroot "$1" sh /root/server-set-up.sh`,
      codename(),
      tar,
      machineMirror(),
    ],
    { timeoutMs: 900_000 },
  );
  await engine.must(['import', '--change', 'CMD ["/sbin/init"]', tar, tag], { timeoutMs: 300_000 });
  rmSync(tar);
}
