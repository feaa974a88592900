import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from './lock.js';
import { cacheFolder } from './places.js';
import { must, run } from './run.js';

/** A program that a package brings. */
const needed: readonly (readonly [path: string, packageName: string])[] = [
  ['/usr/sbin/dockerd', 'docker.io'],
  ['/usr/bin/docker-registry', 'docker-registry'],
  ['/usr/sbin/sshd', 'openssh-server'],
  ['/usr/bin/ssh', 'openssh-client'],
  ['/usr/bin/mmdebstrap', 'mmdebstrap'],
  ['/usr/bin/shellcheck', 'shellcheck'],
  ['/bin/busybox', 'busybox-static'],
  ['/usr/sbin/iptables', 'iptables'],
  ['/sbin/ip', 'iproute2'],
  ['/usr/bin/htpasswd', 'apache2-utils'],
  ['/usr/bin/git', 'git'],
  ['/usr/bin/openssl', 'openssl'],
  ['/usr/bin/age', 'age'],
  ['/usr/bin/dash', 'dash'],
  ['/usr/bin/curl', 'curl'],
  ['/usr/sbin/dnsmasq', 'dnsmasq-base'],
];

/** What one kind of test alone needs, and asks for. */
const neededByFew: typeof needed = [
  ['/usr/bin/cc', 'gcc'],
  ['/usr/include/stdio.h', 'libc6-dev'],
];

const pluginFolder = '/usr/libexec/docker/cli-plugins';

/** Where the packages of the newer suite are kept, for this machine and for the servers. */
export const pluginPackages = join(cacheFolder, 'plugins');

/**
 * Installs one of these programs where it is missing.
 * @throws {Error} that names the package to install
 */
export async function ensureProgram(name: string): Promise<void> {
  const [path, packageName] =
    [...needed, ...neededByFew].find(([file]) => basename(file) === name) ?? [];
  if (path === undefined || packageName === undefined) throw new Error(`${name} is not needed`);
  if (existsSync(path) || (await run('sh', ['-c', `command -v ${name}`])).code === 0) return;
  await withLock('packages', () => install([packageName])).catch((error: unknown) => {
    throw new Error(`Install the package ${packageName}: ${String(error)}`, { cause: error });
  });
}

/**
 * Installs what the playground needs and the machine lacks, with apt, as root or through sudo. Says
 * what it installs; does nothing the second time.
 */
export async function ensureMachine(say: (line: string) => void): Promise<void> {
  await withLock('packages', async () => {
    const missing = needed.filter(([path]) => !existsSync(path)).map(([, name]) => name);
    if (missing.length > 0) {
      say(`Installing ${missing.join(', ')}`);
      await install(missing);
    }
    await ensurePlugins(say);
  });
}

async function install(names: readonly string[]): Promise<void> {
  await apt(['update']);
  await apt(['install', '--yes', '--no-install-recommends', ...names]);
}

/** Compose and Buildx, which Debian 12 does not have: Debian 13's packages run on it as they are. */
async function ensurePlugins(say: (line: string) => void): Promise<void> {
  if (isUbuntu()) {
    if (
      existsSync(join(pluginFolder, 'docker-compose')) &&
      existsSync(join(pluginFolder, 'docker-buildx'))
    )
      return;
    say('Installing docker-compose-v2, docker-buildx');
    await apt([
      'install',
      '--yes',
      '--no-install-recommends',
      'docker-compose-v2',
      'docker-buildx',
    ]);
    return;
  }
  if (!existsSync(join(pluginPackages, 'done'))) {
    say('Fetching docker-compose and docker-buildx from the next Debian release');
    await fetchFromTrixie(['docker-compose', 'docker-buildx']);
  }
  if (
    existsSync(join(pluginFolder, 'docker-compose')) &&
    existsSync(join(pluginFolder, 'docker-buildx'))
  )
    return;
  say('Installing the plugins docker compose and docker buildx');
  await asRoot('mkdir', ['-p', pluginFolder]);
  for (const name of ['docker-compose', 'docker-buildx'])
    await asRoot('install', [
      '-m',
      '755',
      join(pluginPackages, 'usr/libexec/docker/cli-plugins', name),
      pluginFolder,
    ]);
}

// apt with lists and cache of its own: the machine's sources stay as they are, and apt still verifies
// every package against the distribution's key.
async function fetchFromTrixie(names: readonly string[]): Promise<void> {
  const state = join(cacheFolder, 'apt');
  for (const folder of ['lists/partial', 'cache/archives/partial', 'parts'])
    mkdirSync(join(state, folder), { recursive: true });
  writeFileSync(join(state, 'parts', 'trixie.sources'), trixieSource());
  const options = [
    ['Dir::Etc::SourceList', '/dev/null'],
    ['Dir::Etc::SourceParts', join(state, 'parts')],
    ['Dir::State::Lists', join(state, 'lists')],
    ['Dir::Cache', join(state, 'cache')],
  ].flatMap(([key, value]) => ['-o', `${key ?? ''}=${value ?? ''}`]);
  await must('apt-get', [...options, 'update']);
  mkdirSync(pluginPackages, { recursive: true });
  await must('apt-get', [...options, 'download', ...names], { cwd: pluginPackages });
  for (const file of readdirSync(pluginPackages).filter((name) => name.endsWith('.deb')))
    await must('dpkg', ['-x', join(pluginPackages, file), pluginPackages]);
  writeFileSync(join(pluginPackages, 'done'), '');
}

/** The machine's own mirror with the suite of Debian 13. */
function trixieSource(): string {
  const key = '/usr/share/keyrings/debian-archive-keyring.gpg';
  return `Types: deb\nURIs: ${machineMirror()}\nSuites: trixie\nComponents: main\nSigned-By: ${key}\n`;
}

/** Where the machine's packages come from: its apt sources, in either format. */
export function machineMirror(): string {
  const folder = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ];
  for (const file of files.filter((name) => existsSync(name) && /\.(list|sources)$/.test(name))) {
    const text = readFileSync(file, 'utf8');
    const mirror =
      /^URIs:\s*(\S+)/m.exec(text)?.[1] ?? /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/m.exec(text)?.[1];
    if (mirror !== undefined) return mirror;
  }
  throw new Error('No package source in /etc/apt: the playground installs its parts with apt');
}

function osRelease(key: string): string {
  return (
    new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ??
    ''
  );
}

export function isUbuntu(): boolean {
  return osRelease('ID') === 'ubuntu';
}

/** `bookworm`, `noble` */
export function codename(): string {
  return osRelease('VERSION_CODENAME');
}

function apt(args: readonly string[]): Promise<string> {
  // Nothing that a package starts may touch what runs on the person's machine.
  return asRoot('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
}

function asRoot(file: string, args: readonly string[]): Promise<string> {
  return process.getuid?.() === 0 ? must(file, args) : must('sudo', ['-n', file, ...args]);
}
