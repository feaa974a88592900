import { createHash } from 'node:crypto';
import { isMapping, type Mapping } from './load-compose-file.js';
import { isOnServer } from './rebase-model.js';
import { isYes } from './yes-or-no.js';

/** A network or volume that Compose makes for the services that run, as its files describe it. */
export interface Resource {
  readonly kind: 'network' | 'volume';
  readonly key: string;
  /** The real name, where the files give one; else it is the project's name and the key. */
  readonly name: string | undefined;
  /** `undefined`: the engine's own. */
  readonly driver: string | undefined;
  /** The driver's options. */
  readonly options: ReadonlyMap<string, string>;
  /** The option `device` is a folder of the project. */
  readonly isInProject: boolean;
  /** Of a network: empty where the engine chooses. */
  readonly subnets: readonly string[];
  /** Of a network: `internal`, `attachable`, `enable_ipv6` where they are said. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly labels: ReadonlyMap<string, string>;
  /** Changes with anything of the definition that Compose makes it from. */
  readonly hash: string;
}

/**
 * Those of a merged model that its running services use, external ones aside.
 * @param used their keys
 * Source: https://docs.docker.com/reference/compose-file/networks/, …/volumes/
 */
export function usedResources(
  model: Mapping,
  kind: Resource['kind'],
  used: ReadonlySet<string>,
): readonly Resource[] {
  const entries = mapping(model[`${kind}s`]);
  return [...used].flatMap((key) => {
    const entry = mapping(entries[key]);
    const isExternal = isMapping(entry.external) || isYes(entry.external);
    return isExternal ? [] : resourceOf(kind, key, entry);
  });
}

function resourceOf(kind: Resource['kind'], key: string, entry: Mapping): Resource {
  const { name, driver, driver_opts: options, ipam, labels, ...rest } = entry;
  const known = texts(options);
  const device = known.get('device');
  const config = mapping(ipam).config;
  return {
    kind,
    key,
    name: typeof name === 'string' ? name : undefined,
    driver: typeof driver === 'string' ? driver : undefined,
    options: known,
    isInProject: known.get('o') === 'bind' && device !== undefined && !isOnServer(device),
    subnets: (Array.isArray(config) ? config : []).flatMap((range: unknown) =>
      isMapping(range) && typeof range.subnet === 'string' ? range.subnet : [],
    ),
    flags: new Map(
      ['internal', 'attachable', 'enable_ipv6'].flatMap((flag) =>
        flag in rest ? [[flag, isYes(rest[flag])] as const] : [],
      ),
    ),
    labels: texts(labels),
    hash: createHash('sha256').update(sorted(entry)).digest('hex').slice(0, 16),
  };
}

// The same definition, whatever the order of its keys.
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isMapping(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A mapping, or a list of `key=value`, as texts. */
function texts(value: unknown): ReadonlyMap<string, string> {
  if (isMapping(value))
    return new Map(
      Object.entries(value).map(([key, entry]) => [
        key,
        String((entry ?? '') as string | number | boolean),
      ]),
    );
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    entries.map((entry) => {
      const [, key = '', text = ''] = /^([^=]*)=?([^]*)$/.exec(String(entry)) ?? [];
      return [key, text];
    }),
  );
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}
