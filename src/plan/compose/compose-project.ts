import { posix } from 'node:path';
import { failure } from '../../errors/index.js';
import { isMapping, loadComposeFile, type Mapping } from './load-compose-file.js';
import { referencedPaths, type ReferencedPath } from './referenced-paths.js';

/** What a deploy needs to know of the project that the Compose files describe. */
export interface ComposeProject {
  /** Every Compose file that takes part: the given ones, then those reached by include and extends. */
  readonly files: readonly string[];
  /** Merged over the given files, in order. */
  readonly services: readonly ComposeService[];
  /** The real names of networks that Compose does not make itself. */
  readonly externalNetworks: readonly string[];
}

export interface ComposeService {
  readonly name: string;
  /** Interpolated. */
  readonly image: string | undefined;
  readonly profiles: readonly string[];
  readonly paths: readonly ReferencedPath[];
}

export interface ComposeSource {
  /** Relative to the project folder. */
  readonly files: readonly string[];
  /** The text of a file below the project folder; `undefined` when there is none. */
  readonly readFile: (path: string) => string | undefined;
  readonly env: ReadonlyMap<string, string>;
}

/**
 * Reads the Compose files of a project: services, images and every path in the project folder that
 * they mention.
 * Source: https://docs.docker.com/reference/compose-file/
 * @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`
 */
export function readComposeProject(source: ComposeSource): ComposeProject {
  const reader = new ProjectReader(source);
  for (const file of source.files) reader.add(file, '.');
  return reader.project();
}

/** Settings of a service with the folder that their relative paths are meant from. */
interface Layer {
  readonly settings: Mapping;
  readonly base: string;
}

/** How deep include and extends may nest: more is a circle. */
const deepest = 20;

class ProjectReader {
  readonly #source: ComposeSource;
  readonly #files: string[] = [];
  readonly #services = new Map<string, Mapping[]>();
  readonly #networks = new Map<string, Mapping>();
  readonly #paths = new Map<string, ReferencedPath[]>();
  readonly #shared: ReferencedPath[] = [];

  constructor(source: ComposeSource) {
    this.#source = source;
  }

  /** Adds a Compose file whose relative paths are meant from `base`. */
  add(file: string, base: string, depth = 0): void {
    if (depth > deepest) throw invalid(file, '`include` goes round in a circle');
    const content = this.#load(file);
    for (const included of this.#includes(file, content, base))
      this.add(included.file, included.base, depth + 1);
    const services = content.services;
    if (services !== undefined && !isMapping(services))
      throw invalid(file, '`services` must be a mapping');
    for (const [name, service] of Object.entries(services ?? {})) {
      if (service !== null && !isMapping(service))
        throw invalid(file, `service \`${name}\` must be a mapping`);
      this.#addService(file, name, service ?? {}, base);
    }
    for (const [name, network] of Object.entries(mapping(content.networks)))
      this.#networks.set(name, { ...this.#networks.get(name), ...mapping(network) });
    for (const kind of ['configs', 'secrets'] as const)
      for (const entry of Object.values(mapping(content[kind]))) {
        const path = mapping(entry).file;
        if (typeof path === 'string')
          this.#shared.push(
            ...referencedPaths.file(file, path, base, kind === 'configs' ? 'config' : 'secret'),
          );
      }
  }

  project(): ComposeProject {
    const services = [...this.#services].map(([name, layers]): ComposeService => {
      const merged: Mapping = Object.assign({}, ...layers) as Mapping;
      const usesShared = merged.configs !== undefined || merged.secrets !== undefined;
      return {
        name,
        image: typeof merged.image === 'string' ? merged.image : undefined,
        profiles: Array.isArray(merged.profiles) ? merged.profiles.map(String) : [],
        paths: [...(this.#paths.get(name) ?? []), ...(usesShared ? this.#shared : [])],
      };
    });
    if (services.length === 0) throw invalid(this.#files[0] ?? '', 'it holds no services');
    return {
      files: [...new Set(this.#files)],
      services,
      externalNetworks: [...this.#networks].flatMap(
        ([key, network]) => externalName(key, network) ?? [],
      ),
    };
  }

  #addService(file: string, name: string, service: Mapping, base: string): void {
    const layers = [...this.#extended(file, service, base), { settings: service, base }];
    this.#services.set(name, [
      ...(this.#services.get(name) ?? []),
      ...layers.map(({ settings }) => settings),
    ]);
    const paths = layers.flatMap((layer) =>
      referencedPaths.ofService(file, name, layer.settings, layer.base),
    );
    this.#paths.set(name, [...(this.#paths.get(name) ?? []), ...paths]);
  }

  // `extends: {file, service}` takes over another service's settings; paths count from that file.
  #extended(file: string, service: Mapping, base: string, depth = 0): Layer[] {
    const extended = service.extends;
    if (extended === undefined) return [];
    const options = typeof extended === 'string' ? { service: extended } : mapping(extended);
    const name = String(options.service);
    const other = typeof options.file === 'string' ? posix.join(base, options.file) : file;
    const found = mapping(this.#load(other).services)[name];
    if (!isMapping(found))
      throw invalid(file, `\`extends\` names the service ${name}, which ${other} does not have`);
    if (depth > deepest) throw invalid(file, `\`extends\` of ${name} goes round in a circle`);
    const folder = other === file ? base : posix.dirname(other);
    return [...this.#extended(other, found, folder, depth + 1), { settings: found, base: folder }];
  }

  #includes(file: string, content: Mapping, base: string): { file: string; base: string }[] {
    const includes = content.include;
    if (includes === undefined) return [];
    if (!Array.isArray(includes)) throw invalid(file, '`include` must be a list');
    return (includes as unknown[]).flatMap((entry) => {
      const options = typeof entry === 'string' ? { path: entry } : mapping(entry);
      const paths = Array.isArray(options.path) ? options.path : [options.path];
      return paths.map((path) => {
        const included = posix.join(base, String(path));
        const own = options.project_directory;
        return {
          file: included,
          base: typeof own === 'string' ? posix.join(base, own) : posix.dirname(included),
        };
      });
    });
  }

  #load(file: string): Mapping {
    const path = posix.normalize(file);
    if (path.startsWith('..')) throw invalid(file, 'it is outside of the project folder');
    const text = this.#source.readFile(path);
    if (text === undefined)
      throw failure('compose-file-missing', { file: path, directory: 'the project folder' });
    this.#files.push(path);
    return loadComposeFile(path, text, this.#source.env);
  }
}

function externalName(key: string, network: Mapping): string | undefined {
  const { external, name } = network;
  if (external === undefined || external === false || external === 'false') return undefined;
  // The older form carries the name inside: `external: {name: proxy}`.
  const inner = mapping(external).name;
  return typeof inner === 'string' ? inner : typeof name === 'string' ? name : key;
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function invalid(file: string, message: string): Error {
  return failure('compose-file-invalid', { file, message });
}
