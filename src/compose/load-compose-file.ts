import { isNode, isPair, isSeq, parseAllDocuments, visit, type Document } from 'yaml';
import { yamlValue } from '../text/read-yaml.js';
import { interpolate, type InterpolationOptions, InterpolationProblem } from './interpolate.js';
import { invalidFile } from './invalid-file.js';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The variables that the values of Compose files may refer to. */
export interface Variables extends InterpolationOptions {
  readonly values: ReadonlyMap<string, string>;
}

/** One YAML document of a Compose file, interpolated. */
export interface ComposeDocument {
  readonly content: Mapping;
  /** Where `!reset` and `!override` stand: what came before counts no more there. */
  readonly replaced: readonly (readonly string[])[];
}

/** A file may expand its aliases to that many nodes: more is an attack, not a Compose file. */
const maxAliasCount = 10_000;

/**
 * Parses a Compose file, each of its documents, and interpolates the values (never the keys). One that is empty, or
 * holds comments alone, has none: Compose 2 passes over it.
 * @throws {DeployKitError} `compose-file-invalid`
 */
export function loadComposeFile(
  file: string,
  text: string,
  variables: Variables,
): readonly ComposeDocument[] {
  // YAML 1.1 merge keys (`<<`) are what Compose files use to share settings.
  const documents = parseAllDocuments(text, { merge: true });
  return documents.map((document) => {
    const read = yamlValue(document, { maxAliasCount });
    if ('problem' in read) throw invalidFile(file, read.problem);
    const { reset, replaced } = taggedPaths(document);
    const content = interpolateAll(file, read.value, variables, []);
    if (!isMapping(content)) throw invalidFile(file, 'it must be a mapping with `services`');
    return { content: withoutPaths(content, reset), replaced };
  });
}

// Compose's own tags: `!reset` takes a value away, `!override` puts one in place of what was there.
function taggedPaths(document: Document): { reset: string[][]; replaced: string[][] } {
  const reset: string[][] = [];
  const replaced: string[][] = [];
  visit(document, {
    Value(_key, node, ancestors) {
      if (node.tag !== '!reset' && node.tag !== '!override') return;
      if (ancestors.some((ancestor) => isSeq(ancestor))) return;
      const path = ancestors.filter(isPair).map(({ key }) => (isNode(key) ? String(key) : ''));
      replaced.push(path);
      if (node.tag === '!reset') reset.push(path);
    },
  });
  return { reset, replaced };
}

/** A copy of the model in which nothing stands at the paths. */
export function withoutPaths(model: Mapping, paths: readonly (readonly string[])[]): Mapping {
  return paths.reduce(withoutPath, model);
}

function withoutPath(model: Mapping, [key, ...rest]: readonly string[]): Mapping {
  if (key === undefined || !(key in model)) return model;
  const { [key]: value, ...others } = model;
  if (rest.length === 0) return others;
  return isMapping(value) ? { ...model, [key]: withoutPath(value, rest) } : model;
}

function interpolateAll(
  file: string,
  value: unknown,
  variables: Variables,
  path: readonly string[],
): unknown {
  const inside = (entry: unknown, key: string | number): unknown =>
    interpolateAll(file, entry, variables, [...path, String(key)]);
  if (Array.isArray(value)) return value.map(inside);
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, inside(entry, key)]),
    );
  if (typeof value !== 'string') return value;
  try {
    return interpolate(value, variables.values, variables);
  } catch (cause) {
    if (cause instanceof InterpolationProblem)
      throw invalidFile(file, `at \`${path.join('.')}\`, ${cause.message}`);
    throw cause;
  }
}
