import { parseDocument } from 'yaml';
import { failure } from '../../errors/index.js';
import { interpolate } from './interpolate.js';
import { InterpolationProblem } from './interpolation-problem.js';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses one Compose file and interpolates its values (never its keys).
 * @throws {DeployKitError} `compose-file-invalid`
 */
export function loadComposeFile(
  file: string,
  text: string,
  env: ReadonlyMap<string, string>,
): Mapping {
  // YAML 1.1 merge keys (`<<`) are what Compose files use to share settings.
  const document = parseDocument(text, { merge: true, customTags: tolerated });
  const [error] = document.errors;
  if (error !== undefined)
    throw failure('compose-file-invalid', { file, message: error.message.split('\n')[0] ?? '' });
  try {
    const content: unknown = document.toJS({ maxAliasCount: 1000 });
    if (!isMapping(content)) throw new InterpolationProblem('it must be a mapping with `services`');
    return interpolateAll(content, env) as Mapping;
  } catch (cause) {
    if (cause instanceof InterpolationProblem || cause instanceof ReferenceError)
      throw failure('compose-file-invalid', { file, message: cause.message }, { cause });
    throw cause;
  }
}

// Compose's own tags, which say how a later file's value replaces an earlier one's.
const tolerated = ['!reset', '!override'].flatMap((tag) => [
  { tag, resolve: (value: string) => value },
  { tag, collection: 'map' as const, resolve: (value: unknown) => value },
  { tag, collection: 'seq' as const, resolve: (value: unknown) => value },
]);

function interpolateAll(value: unknown, env: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return interpolate(value, env);
  if (Array.isArray(value)) return value.map((entry) => interpolateAll(entry, env));
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, interpolateAll(entry, env)]),
    );
  return value;
}
