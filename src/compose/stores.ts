import { isMapping, type Mapping } from './load-compose-file.js';
import { isYes } from './yes-or-no.js';

/** A place in which a service's containers write what others could write at the same time. */
export interface Store {
  /** Where the containers see it. */
  readonly target: string;
  /** The volume's key, or the folder of the server; empty for volumes without a name. */
  readonly source: string;
  /** For people: `the volume data`. */
  readonly words: string;
  /** The file or folder of the project that it is; `undefined` for volumes and places of the server. */
  readonly path: string | undefined;
}

/** Whatever a service mounts, from what its Compose files say. */
export interface ServiceMounts {
  /** Those that can be written: all but sockets, devices, memory, and what is mounted read-only. */
  readonly stores: readonly Store[];
  /** The places in its containers where something is mounted, in whatever way. */
  readonly targets: ReadonlySet<string>;
}

/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/#volumes, …#volumes_from, …#tmpfs
 */
export function serviceMounts(service: Mapping): ServiceMounts {
  const volumes = list(service.volumes).filter(isMapping);
  const memory = typeof service.tmpfs === 'string' ? [service.tmpfs] : list(service.tmpfs);
  return {
    stores: [
      ...volumes.flatMap((volume) => storeOf(volume) ?? []),
      ...list(service.volumes_from).flatMap((from) => foreignVolumes(String(from)) ?? []),
    ],
    targets: new Set([
      ...volumes.map(({ target }) => String(target)),
      ...memory.map((place) => String(place).replace(/:.*$/, '')),
    ]),
  };
}

function storeOf({ type, source, target, read_only: readOnly }: Mapping): Store | undefined {
  if (isYes(readOnly)) return undefined;
  const place = { target: String(target) };
  if (type === 'volume')
    return typeof source === 'string' && source !== ''
      ? { ...place, source, words: `the volume ${source}`, path: undefined }
      : {
          ...place,
          source: '',
          words: `the volume without a name at ${place.target}`,
          path: undefined,
        };
  if (type !== 'bind' || typeof source !== 'string' || isDevice(source)) return undefined;
  const path = /^(\/|~)/.test(source) ? undefined : source;
  return { ...place, source, words: source, path };
}

// Nothing is kept in these.
function isDevice(path: string): boolean {
  return /\.sock$|^\/(dev|proc|sys)(\/|$)/.test(path);
}

// Those of a service of the project are that one's stores.
function foreignVolumes(from: string): Store | undefined {
  const [kind, name = '', mode] = from.split(':');
  if (kind !== 'container' || mode === 'ro') return undefined;
  return { target: '', source: '', words: `the volumes of ${name}`, path: undefined };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
