import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { failure } from '../errors/index.js';
import { parseEnvFile } from './env-file.js';
import { invalidFile } from './invalid-file.js';
import {
  isMapping,
  loadComposeFile,
  withoutPaths,
  type ComposeDocument,
  type Mapping,
  type Variables,
} from './load-compose-file.js';
import { mergeModels } from './merge-models.js';
import { rebaseModel, rebasePath } from './rebase-model.js';

/** Files of one project (or of one `include`), and what their paths and variables mean. */
interface Part {
  readonly files: readonly string[];
  readonly base: string;
  readonly variables: Variables;
}

/** A service by name in a file: what `extends` follows. */
interface ServiceSource {
  readonly file: string;
  readonly base: string;
  readonly document: ComposeDocument;
  readonly variables: Variables;
}

/** Reads Compose files with everything that they include and extend, as one merged model. */
export class ModelReader {
  readonly #readFile: (path: string) => string | undefined;
  readonly #files = new Set<string>();

  constructor(readFile: (path: string) => string | undefined) {
    this.#readFile = readFile;
  }

  /** Every file that was read, Compose files and the env files of includes, in that order. */
  get files(): readonly string[] {
    return [...this.#files];
  }

  /** @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`, `env-file-invalid` */
  read(part: Part, includedBy: readonly string[] = []): Mapping {
    for (const file of part.files) this.#files.add(posix.normalize(file));
    let model: Mapping = {};
    for (const file of part.files) {
      if (includedBy.includes(file)) throw invalidFile(file, '`include` goes round in a circle');
      for (const document of this.#load(file, part.base, part.variables)) {
        const own = this.#withExtended({ ...part, file, document });
        const whole = this.#withIncluded(own, file, part, [...includedBy, file]);
        model = mergeModels(withoutPaths(model, document.replaced), whole);
      }
    }
    return model;
  }

  #load(file: string, base: string, variables: Variables): ComposeDocument[] {
    return loadComposeFile(file, this.#text(file), variables).map(({ content, replaced }) => ({
      content: rebaseModel(file, content, base),
      replaced,
    }));
  }

  #text(file: string): string {
    const path = posix.normalize(file);
    if (/^[a-z+]+:\/|^git@/.test(path))
      throw invalidFile(file, 'it is not a file of the checkout; only such files can be deployed');
    if (posix.isAbsolute(path) || /^\.\.(\/|$)/.test(path))
      throw invalidFile(file, 'it is outside of the project folder');
    const text = this.#readFile(path);
    if (text === undefined)
      throw failure('compose-file-missing', { file: path, directory: 'the project folder' });
    this.#files.add(path);
    return text;
  }

  #withExtended(source: ServiceSource): Mapping {
    const { services } = source.document.content;
    const names = isMapping(services) ? Object.keys(services) : [];
    return {
      ...source.document.content,
      services: Object.fromEntries(names.map((name) => [name, this.#service(name, source, [])])),
    };
  }

  /** A service with what it extends below it. */
  #service(name: string, source: ServiceSource, followed: readonly string[]): unknown {
    const service = mapping(source.document.content.services)[name];
    if (!isMapping(service) || service.extends === undefined) return service;
    const here = `${source.file} ${name}`;
    if (followed.includes(here))
      throw invalidFile(source.file, `\`extends\` of service ${name} goes round in a circle`);
    const { extends: link, ...settings } = service;
    const target = typeof link === 'string' ? { service: link } : mapping(link);
    const other = String(target.service);
    const from = this.#extendedSource(target.file, source, other, name);
    const extended = this.#service(other, from, [...followed, here]);
    const base = isMapping(extended) ? extended : {};
    const replaced = source.document.replaced.flatMap(([section, owner, ...rest]) =>
      section === 'services' && owner === name && rest.length > 0 ? [rest] : [],
    );
    return mergeModels(withoutPaths(base, replaced), settings);
  }

  #extendedSource(
    file: unknown,
    source: ServiceSource,
    other: string,
    name: string,
  ): ServiceSource {
    const path = typeof file === 'string' ? rebasePath(file, source.base) : source.file;
    const base = typeof file === 'string' ? posix.dirname(path) : source.base;
    const documents =
      typeof file === 'string' ? this.#load(path, base, source.variables) : [source.document];
    // Documents of one file are merged as files are.
    const document = documents.reduce(
      (earlier, later) => ({
        content: mergeModels(withoutPaths(earlier.content, later.replaced), later.content),
        replaced: later.replaced,
      }),
      { content: {}, replaced: [] },
    );
    if (!(other in mapping(document.content.services)))
      throw invalidFile(
        source.file,
        `service ${name} extends the service ${other}, which ${path} does not have`,
      );
    return { ...source, file: path, base, document };
  }

  #withIncluded(own: Mapping, file: string, part: Part, includedBy: readonly string[]): Mapping {
    const { include, ...content } = own;
    if (include === undefined) return content;
    if (!Array.isArray(include)) throw invalidFile(file, '`include` must be a list');
    return (include as unknown[]).reduce<Mapping>((model, entry) => {
      const included = this.#includedPart(file, entry, part);
      return joined(file, model, this.read(included, includedBy));
    }, content);
  }

  #includedPart(file: string, entry: unknown, { base, variables }: Part): Part {
    const options = typeof entry === 'string' ? { path: entry } : mapping(entry);
    const files = texts(options.path).map((path) => rebasePath(path, base));
    const [first] = files;
    if (first === undefined) throw invalidFile(file, '`include` holds an entry without `path`');
    const folder =
      typeof options.project_directory === 'string'
        ? rebasePath(options.project_directory, base)
        : posix.dirname(first);
    return { files, base: folder, variables: this.#variables(options, folder, base, variables) };
  }

  // An include has an env file of its own; the variables of the whole project win over it.
  #variables(options: Mapping, folder: string, base: string, outer: Variables): Variables {
    const given = texts(options.env_file).map((path) => rebasePath(path, base));
    const usual = posix.join(folder, '.env');
    const files = given.length > 0 ? given : this.#readFile(usual) === undefined ? [] : [usual];
    let own = new Map<string, string>();
    for (const file of files)
      own = new Map([
        ...own,
        ...parseEnvFile(this.#text(file), new Map([...own, ...outer.values])),
      ]);
    return { ...outer, values: new Map([...own, ...outer.values]) };
  }
}

// What an include brings may not differ from what the file itself says.
function joined(file: string, model: Mapping, included: Mapping): Mapping {
  const sections = ['services', 'networks', 'volumes', 'configs', 'secrets'].map((section) => {
    const own = mapping(model[section]);
    const added = mapping(included[section]);
    for (const [name, value] of Object.entries(added))
      if (name in own && !isDeepStrictEqual(own[name], value))
        throw invalidFile(file, `\`${section}.${name}\` is in an included file too, and differs`);
    return [section, { ...own, ...added }];
  });
  return { ...model, ...Object.fromEntries(sections) } as Mapping;
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
