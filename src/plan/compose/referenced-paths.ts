import { posix } from 'node:path';
import { failure } from '../../errors/index.js';
import { isMapping, type Mapping } from './load-compose-file.js';

/** A path in the project folder that a Compose file mentions. */
export interface ReferencedPath {
  /** Relative to the project folder, with `/`; a file or a folder. */
  readonly path: string;
  readonly kind: 'bind-mount' | 'env-file' | 'config' | 'secret';
  /** False where the Compose file says that it may be missing. */
  readonly required: boolean;
}

/** Finds the relative paths; absolute ones, `~` and named volumes are the server's own. */
export const referencedPaths = {
  ofService(file: string, name: string, service: Mapping, base: string): ReferencedPath[] {
    return [
      ...list(service.volumes).flatMap((volume) => bindMount(file, name, volume, base)),
      ...list(service.env_file).flatMap((entry) => envFile(file, entry, base)),
    ];
  },

  file(file: string, path: string, base: string, kind: ReferencedPath['kind']): ReferencedPath[] {
    return inProject(file, path, base, kind, true);
  },
};

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function bindMount(file: string, name: string, volume: unknown, base: string): ReferencedPath[] {
  if (typeof volume === 'string') {
    const [source = '', target] = volume.split(':');
    // Only a source that begins with a dot is a relative path; another word is a volume's name.
    if (target === undefined || !/^\.\.?(\/|$)/.test(source)) return [];
    return inProject(file, source, base, 'bind-mount', true);
  }
  if (!isMapping(volume) || volume.type !== 'bind') return [];
  const source = volume.source;
  if (typeof source !== 'string')
    throw failure('compose-file-invalid', {
      file,
      message: `a bind mount of service ${name} has no source`,
    });
  const bind = volume.bind;
  const makesItself = isMapping(bind) && bind.create_host_path === true;
  return inProject(file, source, base, 'bind-mount', !makesItself);
}

function envFile(file: string, entry: unknown, base: string): ReferencedPath[] {
  if (typeof entry === 'string') return inProject(file, entry, base, 'env-file', true);
  if (!isMapping(entry) || typeof entry.path !== 'string') return [];
  return inProject(file, entry.path, base, 'env-file', entry.required !== false);
}

function inProject(
  file: string,
  path: string,
  base: string,
  kind: ReferencedPath['kind'],
  required: boolean,
): ReferencedPath[] {
  if (path.startsWith('/') || path.startsWith('~')) return [];
  const normal = posix.join(base, path).replace(/\/$/, '');
  if (normal === '..' || normal.startsWith('../'))
    throw failure('compose-file-invalid', {
      file,
      message: `${path} leads out of the project folder, so it cannot be deployed with it; move it inside or use an absolute path`,
    });
  return [{ path: normal, kind, required }];
}
