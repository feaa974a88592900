import { readFileSync } from 'node:fs';
import { codename, isUbuntu, machineMirror } from '../machine/install.js';

/**
 * The engines that a server can have, with their Compose:
 * `oldest`: this machine's own distribution (Debian 12: Docker 20.10, Compose 2.26, cgroup v1);
 * `old-compose`: the same with the standalone Compose 1.29 alone;
 * `cgroup-v2`: Debian 13 (Docker 26.1, Compose 2.26);
 * `newest`: the same with the engine of the next Debian (Docker 28.5, Compose 2.40) and containerd's image store.
 */
export const engineNames = ['oldest', 'old-compose', 'cgroup-v2', 'newest'] as const;
export type EngineName = (typeof engineNames)[number];

/** What a server's root file system is made of, where it is not this machine's own distribution. */
export interface EngineRecipe {
  readonly suites: readonly [system: string, ...engine: string[]];
  readonly packages: string;
  /** Further arguments of mmdebstrap. */
  readonly options: readonly string[];
  /** Folders that the engine's storage driver can't have on another's layers. */
  readonly volumes: readonly string[];
}

const packages =
  'systemd,systemd-sysv,dbus,openssh-server,sudo,ca-certificates,curl,iproute2,procps,iptables,util-linux,passwd,kmod,' +
  'docker.io,docker-cli,docker-compose';

// The system stays Debian 13's: a newer systemd does not start in a container of an old engine.
const pins = `Package: *
Pin: release n=forky
Pin-Priority: 100

Package: docker.io docker-cli docker-compose containerd runc
Pin: release n=forky
Pin-Priority: 990
`;

const recipes: Readonly<Partial<Record<EngineName, EngineRecipe>>> = {
  'cgroup-v2': { suites: ['trixie'], packages, options: [], volumes: [] },
  newest: {
    suites: ['trixie', 'forky'],
    packages,
    options: [
      // A suite in the making is signed for a week; a mirror may stand still for longer.
      '--aptopt=Acquire::Check-Valid-Until "false"',
      `--setup-hook=mkdir -p "$1/etc/apt/preferences.d" && printf '${pins.replaceAll('\n', String.raw`\n`)}' >"$1/etc/apt/preferences.d/engine"`,
      `--customize-hook=mkdir -p "$1/etc/docker" && echo '{"features":{"containerd-snapshotter":true}}' >"$1/etc/docker/daemon.json"`,
    ],
    volumes: ['/var/lib/containerd'],
  },
};

export function engineRecipe(name: EngineName): EngineRecipe | undefined {
  return recipes[name];
}

/** The engine that `SERVER_ENGINE` names, for servers that ask for none. */
export function chosenEngine(): EngineName {
  const name = process.env.SERVER_ENGINE ?? 'oldest';
  const known = engineNames.find((engine) => engine === name);
  if (known === undefined)
    throw new Error(`SERVER_ENGINE is ${name}, not one of ${engineNames.join(', ')}`);
  return known;
}

/** Why servers on this machine can't have an engine; `undefined` where they can. */
export async function whyNoEngine(name: EngineName): Promise<string | undefined> {
  const recipe = engineRecipe(name);
  if (recipe === undefined) return undefined;
  if (isUbuntu()) return `${codename()} has no key for Debian's packages`;
  if (!/\tcgroup2$/m.test(readFileSync('/proc/filesystems', 'utf8')))
    return 'its kernel has no cgroup v2';
  for (const suite of recipe.suites) {
    const url = `${machineMirror()}/dists/${suite}/InRelease`;
    const answer = await fetch(url, { method: 'HEAD' }).catch(String);
    if (typeof answer === 'string' || !answer.ok) return `${url} does not answer`;
  }
  return undefined;
}
