import { posix } from 'node:path';
import { invalidFile } from './invalid-file.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { belowProjectFolder } from './project-folder.js';

/**
 * The model of one Compose file with what has several spellings in one, and with each relative path
 * meant from the project folder instead of from `base`. Only then can models of several files be merged.
 * @throws {DeployKitError} `compose-file-invalid`
 */
export function rebaseModel(file: string, content: Mapping, base: string): Mapping {
  if (content.services === null) throw invalidFile(file, '`services` must be a mapping');
  const services = section(file, content, 'services');
  return {
    ...content,
    services: mapValues(services, (service, name) => {
      if (service === null) return null;
      if (!isMapping(service)) throw invalidFile(file, `service ${name} must be a mapping`);
      return new ServiceRebase(file, `services.${name}`, service, base).service();
    }),
    networks: section(file, content, 'networks'),
    volumes: mapValues(section(file, content, 'volumes'), (volume) => volumeFolder(volume, base)),
    configs: mapValues(section(file, content, 'configs'), (entry) => ownFile(entry, base)),
    secrets: mapValues(section(file, content, 'secrets'), (entry) => ownFile(entry, base)),
  };
}

/** A path as Compose means it: absolute ones and those below a home belong to the server. */
export function rebasePath(path: string, base: string): string {
  const inside = belowProjectFolder(path);
  if (inside !== undefined) return inside;
  return isOnServer(path) ? path : posix.join(base, path).replace(/(?<=.)\/$/, '');
}

/** Whether a path names a place on the server, whatever the project folder is. */
export function isOnServer(path: string): boolean {
  return /^(\/|~|\\\\|[A-Za-z]:)/.test(path);
}

class ServiceRebase {
  readonly #file: string;
  readonly #at: string;
  readonly #service: Mapping;
  readonly #base: string;

  constructor(file: string, at: string, service: Mapping, base: string) {
    this.#file = file;
    this.#at = at;
    this.#service = service;
    this.#base = base;
  }

  service(): Mapping {
    const { image } = this.#service;
    if (image !== undefined && image !== null && typeof image !== 'string')
      throw this.#invalid('image', 'must be a string');
    return {
      ...this.#service,
      ...this.#rewritten('volumes', (volumes) => volumes.map((volume) => this.#volume(volume))),
      ...this.#rewritten('env_file', (files) => files.map((file) => this.#envFile(file)), true),
      ...this.#rewritten('label_file', (files) => files.map((file) => this.#labelFile(file)), true),
      ...this.#rewritten('configs', (entries) => entries.map((entry) => this.#reference(entry))),
      ...this.#rewritten('secrets', (entries) => entries.map((entry) => this.#reference(entry))),
      ...this.#networks(),
    };
  }

  #rewritten(
    key: string,
    rewrite: (entries: readonly unknown[]) => unknown,
    mayBeOne = false,
  ): Mapping {
    const value = this.#service[key];
    if (value === undefined || value === null) return {};
    if (mayBeOne && typeof value === 'string') return { [key]: rewrite([value]) };
    if (!Array.isArray(value)) throw this.#invalid(key, 'must be a list');
    return { [key]: rewrite(value) };
  }

  #volume(volume: unknown): Mapping {
    const long = typeof volume === 'string' ? parseShortVolume(volume) : volume;
    if (!isMapping(long)) throw this.#invalid('volumes', 'holds neither a text nor a mapping');
    if (typeof long.target !== 'string')
      throw this.#invalid('volumes', 'holds a volume without its `target`');
    const target = posix.normalize(long.target).replace(/(?<=.)\/$/, '');
    if (long.type !== 'bind') return { ...long, target };
    if (typeof long.source !== 'string' || long.source === '')
      throw this.#invalid('volumes', 'holds a bind mount without its `source`');
    return { ...long, target, source: rebasePath(long.source, this.#base) };
  }

  #envFile(entry: unknown): Mapping {
    const long = typeof entry === 'string' ? { path: entry } : entry;
    if (!isMapping(long) || typeof long.path !== 'string')
      throw this.#invalid('env_file', 'holds neither a path nor a mapping with `path`');
    return { ...long, path: rebasePath(long.path, this.#base) };
  }

  #labelFile(path: unknown): string {
    if (typeof path !== 'string') throw this.#invalid('label_file', 'must be paths');
    return rebasePath(path, this.#base);
  }

  #reference(entry: unknown): Mapping {
    const long = typeof entry === 'string' ? { source: entry } : entry;
    if (!isMapping(long) || typeof long.source !== 'string')
      throw this.#invalid('configs and secrets', 'must be names or mappings with `source`');
    return long;
  }

  #networks(): Mapping {
    const { networks } = this.#service;
    return Array.isArray(networks)
      ? { networks: Object.fromEntries(networks.map((name) => [String(name), null])) }
      : {};
  }

  #invalid(key: string, problem: string): Error {
    return invalidFile(this.#file, `\`${this.#at}.${key}\` ${problem}`);
  }
}

/** The key of a bind mount in the short form: Compose makes a folder where its source is missing. */
export const shortForm = 'is_short';

// `source:target:options`; a lone path is an anonymous volume, `C:\x` one part. Of the options only those that say
// whether it can be written matter here.
function parseShortVolume(text: string): Mapping {
  const [, source, target, options = ''] =
    /^([A-Za-z]:[^:]*|[^:]*):([^:]*)(?::(.*))?$/.exec(text) ?? [];
  if (source === undefined || target === undefined) return { type: 'volume', target: text };
  const isPath = source.startsWith('.') || isOnServer(source);
  const readOnly = options.split(',').includes('ro') ? { read_only: true } : {};
  if (!isPath) return { type: 'volume', source, target, ...readOnly };
  return { type: 'bind', source, target, ...readOnly, [shortForm]: true };
}

// A named volume that is a folder of the project: Compose knows the path in exactly this spelling.
function volumeFolder(volume: unknown, base: string): unknown {
  if (!isMapping(volume) || volume.driver !== 'local') return volume;
  const options = volume.driver_opts;
  if (!isMapping(options) || options.o !== 'bind' || typeof options.device !== 'string')
    return volume;
  return { ...volume, driver_opts: { ...options, device: rebasePath(options.device, base) } };
}

function ownFile(entry: unknown, base: string): unknown {
  if (!isMapping(entry) || typeof entry.file !== 'string') return entry;
  return { ...entry, file: rebasePath(entry.file, base) };
}

function section(file: string, content: Mapping, key: string): Mapping {
  const value = content[key] ?? {};
  if (!isMapping(value)) throw invalidFile(file, `\`${key}\` must be a mapping`);
  return value;
}

function mapValues(mapping: Mapping, change: (value: unknown, key: string) => unknown): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, value]) => [key, change(value, key)]),
  );
}
