import type { Claim } from '../../compose/claims.js';

/** What only one container can have, and one that runs from the deploy folder has. */
export interface Holding extends Claim {
  readonly service: string;
}

/** What the probe saw on the server, before any change. */
export interface ServerFacts {
  /** The deploy folder as an absolute path (`~/` resolved). */
  readonly path: string;
  readonly user: string;
  /** The machine's name for its architecture: `x86_64`, `aarch64`. */
  readonly architecture: string;
  /** Programs that a deploy needs and that are not on the PATH. */
  readonly missingTools: readonly string[];
  /** Whether there is curl or wget. */
  readonly canAskUrls: boolean;
  /** The engine's version, or why it does not answer. */
  readonly docker: { readonly version: string } | { readonly error: string };
  /** What the engine runs: `linux/amd64`; `undefined` when it does not answer. */
  readonly platform: string | undefined;
  /** What the engine says that it is made of: `Engine containerd runc docker-init`; empty when it does not answer. */
  readonly engine: string;
  /** The Compose that a deploy uses, or why there is none. */
  readonly compose:
    | { readonly command: 'docker compose' | 'docker-compose'; readonly version: string }
    | { readonly error: string };
  /** The address of the engine that the user's `docker` leads to; empty where the client knows it by itself. */
  readonly dockerHost: string;
  /** What says so: `DOCKER_HOST`, `the context rootless`; empty for the usual one. */
  readonly dockerBy: string;
  /** Whether the engine is reached with TLS. */
  readonly dockerTls: boolean;
  /** Why the user's context leads nowhere. */
  readonly contextError: string | undefined;
  /** Whether the user reaches Docker through sudo alone, without a password. */
  readonly sudo: boolean;
  /** Why sudo does not lead to Docker, where the user needs it. */
  readonly sudoError: string | undefined;
  /** Why the deploy folder cannot be used. */
  readonly pathError: string | undefined;
  readonly diskFreeKilobytes: number;
  readonly networks: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  /** Those of the asked paths that are there, relative to the deploy folder. */
  readonly existing: ReadonlySet<string>;
  /** The release that is live, when deploy-kit put it there. */
  readonly current: string | undefined;
  /** Its files: path → what identifies the content (`<sha256> <mode>`). */
  readonly currentFiles: ReadonlyMap<string, string>;
  /** Its images: service → reference by digest. */
  readonly currentImages: ReadonlyMap<string, string>;
  readonly holdings: readonly Holding[];
  /** The repository that has deployed it, `ID NAME`. */
  readonly owner: string | undefined;
  /** The Compose files that a hand-typed command takes there beside the usual one, as the folder's own `.env` has it. */
  readonly composeFiles: readonly string[];
  /** The name that the folder's own `.env` gives the project; may be empty. */
  readonly projectName: string;
  /** The deploy folder without symbolic links; empty where it is not there. */
  readonly realPath: string;
  /** The Compose projects that run on the server, and the folders that they were started from. */
  readonly projects: readonly { readonly name: string; readonly folder: string }[];
  /** The release whose deploy was interrupted and not settled yet. */
  readonly interrupted: string | undefined;
  /** The live release where nobody has confirmed it yet, and it goes back by itself; `undefined`: it stays. */
  readonly unconfirmed:
    { readonly release: string; readonly seconds: number; readonly isWatched: boolean } | undefined;
}

/**
 * Reads the probe's output.
 * @returns `undefined` when it is not whole
 */
export function parseServerFacts(output: string): ServerFacts | undefined {
  const facts = readFacts(output);
  const one = (key: string): string | undefined => facts.get(key)?.[0];
  const many = (key: string): readonly string[] => facts.get(key) ?? [];
  const [path, user, architecture] = [one('path'), one('user'), one('arch')];
  if (
    path === undefined ||
    user === undefined ||
    architecture === undefined ||
    one('end') !== 'yes'
  )
    return undefined;
  const dockerVersion = one('docker');
  return {
    path,
    user,
    architecture,
    missingTools: many('missing'),
    canAskUrls: one('http-client') === 'yes',
    docker:
      dockerVersion === undefined
        ? { error: one('docker-error') ?? 'docker: command not found' }
        : { version: dockerVersion },
    platform: one('platform'),
    engine: one('engine') ?? '',
    compose: readCompose(one('compose'), one('compose-error')),
    dockerHost: one('docker-host') ?? '',
    dockerBy: one('docker-by') ?? '',
    dockerTls: one('docker-tls') === 'yes',
    contextError: one('context-error'),
    sudo: one('sudo') === 'yes',
    sudoError: one('sudo-error'),
    pathError: one('path-error'),
    diskFreeKilobytes: Number(one('disk-free-kb') ?? Number.NaN),
    networks: new Set(many('network')),
    volumes: new Set(many('volume')),
    existing: new Set(many('exists')),
    current: one('current'),
    currentFiles: new Map(many('file').map(readFileLine)),
    currentImages: new Map(many('image').map((line) => splitAt(line, line.indexOf(' ')))),
    holdings: many('holding').flatMap(readHolding),
    owner: one('owner'),
    composeFiles: many('compose-file'),
    projectName: one('project-name') ?? '',
    realPath: one('real-path') ?? '',
    projects: many('project').map((line) => {
      const [name, folder] = splitAt(line, line.indexOf(' '));
      return { name, folder };
    }),
    interrupted: one('interrupted'),
    unconfirmed: readUnconfirmed(one('current'), one('unconfirmed')),
  };
}

/** The `key=value` lines that a script prints about a server: key → its values in their order. */
export function readFacts(output: string): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const at = line.indexOf('=');
    if (at <= 0) continue;
    const key = line.slice(0, at);
    const values = facts.get(key);
    if (values === undefined) facts.set(key, [line.slice(at + 1)]);
    else values.push(line.slice(at + 1));
  }
  return facts;
}

function readCompose(found: string | undefined, error: string | undefined): ServerFacts['compose'] {
  if (found === undefined) return { error: error ?? 'docker-compose: command not found' };
  const [variant, version] = splitAt(found, found.indexOf(' '));
  return { command: variant === 'plugin' ? 'docker compose' : 'docker-compose', version };
}

// `SECONDS` and `watched`, where somebody waits.
function readUnconfirmed(
  release: string | undefined,
  found: string | undefined,
): ServerFacts['unconfirmed'] {
  if (release === undefined || found === undefined) return undefined;
  const [seconds, watched] = found.split(' ');
  return { release, seconds: Number(seconds), isWatched: watched === 'watched' };
}

function readHolding(line: string): readonly Holding[] {
  const [service = '', kind, value = ''] = line.split(' ');
  const known = (['port', 'name', 'address', 'device', 'network'] as const).find(
    (name) => name === kind,
  );
  return known === undefined ? [] : [{ service, kind: known, value: value.replace(/^\//, '') }];
}

// `<sha256> <mode> <path>`: the path may hold spaces.
function readFileLine(line: string): [string, string] {
  const [identity, path] = splitAt(line, line.indexOf(' ', 65));
  return [path, identity];
}

function splitAt(text: string, index: number): [string, string] {
  return [text.slice(0, index), text.slice(index + 1)];
}
