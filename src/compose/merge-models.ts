import { isMapping, type Mapping } from './load-compose-file.js';

/**
 * Merges a later Compose model over an earlier one, or a service's settings over those of another that
 * it extends, both rebased: mappings key by key, lists one after the other (entries for the same place
 * in a container only once, the later one), all else is replaced.
 * Source: https://docs.docker.com/reference/compose-file/merge/
 */
export function mergeModels(earlier: Mapping, later: Mapping): Mapping {
  return merge(earlier, later, '') as Mapping;
}

function merge(earlier: unknown, later: unknown, key: string): unknown {
  if (isMapping(earlier) && isMapping(later)) {
    const merged = Object.entries(later).map(([name, value]) => [
      name,
      name in earlier ? merge(earlier[name], value, name) : value,
    ]);
    return { ...earlier, ...Object.fromEntries(merged) } as Mapping;
  }
  if (Array.isArray(earlier) && Array.isArray(later))
    return unique([...(earlier as unknown[]), ...(later as unknown[])], key);
  // What a later file only names stays as it was.
  return later === null ? earlier : later;
}

function unique(entries: readonly unknown[], key: string): unknown[] {
  const places = new Map<unknown, unknown>();
  for (const entry of entries) places.set(place(entry, key), entry);
  return [...places.values()];
}

function place(entry: unknown, key: string): unknown {
  if (!isMapping(entry)) return entry;
  switch (key) {
    case 'volumes':
      return entry.target;
    case 'configs':
    case 'secrets':
      return entry.target ?? entry.source;
    case 'env_file':
      return entry.path;
    default:
      return entry;
  }
}
