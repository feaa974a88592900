import { shellWords } from '../text/shell-words.js';
import { unknownValue } from './interpolate.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { isYes } from './yes-or-no.js';
import { isOnServer } from './rebase-model.js';

/** How the containers of a service are made, so that one can be made that is like them. */
export interface ContainerSettings {
  /** `undefined`: the image's own. */
  readonly command: readonly string[] | undefined;
  readonly entrypoint: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  /** `undefined`: the server alone knows the value. */
  readonly environment: ReadonlyMap<string, string | undefined>;
  /** The env files that add to it, relative to the project folder or absolute. */
  readonly envFiles: readonly string[];
  readonly mounts: readonly ContainerMount[];
  /** By which names others reach it, but for those that Compose makes. */
  readonly aliases: readonly string[];
  /** By which names of its own it reaches others. */
  readonly links: readonly string[];
  /** `name:address` */
  readonly extraHosts: readonly string[];
}

export interface ContainerMount {
  /**
   * Where its source is: `image` for a volume without a name, which begins as what the image has there; `unknown`
   * where the files do not say it.
   */
  readonly kind: 'project' | 'server' | 'volume' | 'memory' | 'image' | 'unknown';
  /** The path, or the real name of a volume where `isOwn` is false. */
  readonly source: string;
  readonly target: string;
  /** Whether the real name of the volume begins with the project's. */
  readonly isOwn: boolean;
  readonly readOnly: boolean;
}

/**
 * Reads them from a service of a merged model.
 * @param env the variables that a name without a value stands for
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
export function containerSettings(
  model: Mapping,
  service: Mapping,
  env: ReadonlyMap<string, string>,
): ContainerSettings {
  const networks = isMapping(service.networks) ? Object.values(service.networks) : [];
  return {
    command: words(service.command),
    entrypoint: words(service.entrypoint),
    user: text(service.user),
    workingDirectory: text(service.working_dir),
    environment: environmentOf(service.environment, env),
    envFiles: list(service.env_file).flatMap((entry) =>
      isMapping(entry) && typeof entry.path === 'string' ? entry.path : [],
    ),
    mounts: [
      ...list(service.volumes)
        .filter(isMapping)
        .map((volume) => mountOf(model, volume)),
      ...sharedMounts(model, service, 'configs', '/'),
      ...sharedMounts(model, service, 'secrets', '/run/secrets/'),
    ],
    aliases: [
      ...[service.container_name, service.hostname].flatMap((name) => text(name) ?? []),
      ...networks.flatMap((network) =>
        isMapping(network) ? list(network.aliases).map(String) : [],
      ),
    ],
    links: [...list(service.links), ...list(service.external_links)].flatMap(
      (link) => String(link).split(':')[1] ?? [],
    ),
    extraHosts: extraHosts(service.extra_hosts),
  };
}

function words(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return shellWords(value);
  return Array.isArray(value) ? value.map(String) : undefined;
}

function environmentOf(
  value: unknown,
  env: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | undefined> {
  const entries: readonly (readonly [string, unknown])[] = isMapping(value)
    ? Object.entries(value)
    : list(value).map((entry) => {
        const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(String(entry)) ?? [];
        return [name, value] as const;
      });
  return new Map(
    entries.map(([name, given]) => {
      const known =
        given === undefined || given === null
          ? env.get(name)
          : (given as number | string | boolean).toString();
      return [name, known?.includes(unknownValue) === true ? undefined : known];
    }),
  );
}

function mountOf(
  model: Mapping,
  { type, source, target, read_only: readOnly }: Mapping,
): ContainerMount {
  const place = {
    source: typeof source === 'string' ? source : '',
    target: String(target),
    isOwn: false,
    readOnly: isYes(readOnly),
  };
  if (type === 'tmpfs') return { ...place, kind: 'memory' };
  if (place.source.includes(unknownValue)) return { ...place, kind: 'unknown' };
  if (type === 'bind') return { ...place, kind: isOnServer(place.source) ? 'server' : 'project' };
  if (type !== 'volume') return { ...place, kind: 'unknown' };
  if (place.source === '') return { ...place, kind: 'image' };
  const volume = entryOf(model, 'volumes', place.source);
  const name = isMapping(volume) ? text(volume.name) : undefined;
  const isShared = isMapping(volume) && (isYes(volume.external) || name !== undefined);
  return { ...place, source: name ?? place.source, kind: 'volume', isOwn: !isShared };
}

function sharedMounts(
  model: Mapping,
  service: Mapping,
  section: 'configs' | 'secrets',
  folder: string,
): readonly ContainerMount[] {
  return list(service[section])
    .filter(isMapping)
    .map((reference): ContainerMount => {
      const name = String(reference.source);
      const given = text(reference.target) ?? name;
      const target = given.startsWith('/') ? given : `${folder}${given}`;
      const entry = entryOf(model, section, name);
      const file = isMapping(entry) ? text(entry.file) : undefined;
      const place = { source: file ?? name, target, isOwn: false, readOnly: true };
      if (file === undefined) return { ...place, kind: 'unknown' };
      return { ...place, kind: isOnServer(file) ? 'server' : 'project' };
    });
}

// A list of `name:address` or `name=address`, or a mapping of names.
function extraHosts(value: unknown): readonly string[] {
  const hosts = isMapping(value)
    ? Object.entries(value).flatMap(([name, given]) =>
        (Array.isArray(given) ? given : [given]).map((address) => `${name}:${String(address)}`),
      )
    : list(value).map((entry) => String(entry).replace('=', ':'));
  return hosts.filter((host) => !host.includes(unknownValue));
}

function entryOf(model: Mapping, section: string, name: string): unknown {
  const entries = model[section];
  return isMapping(entries) ? entries[name] : undefined;
}

function text(value: unknown): string | undefined {
  const known = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return known === '' || known.includes(unknownValue) ? undefined : known;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
