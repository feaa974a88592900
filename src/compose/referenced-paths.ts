import { posix } from 'node:path';
import { invalidFile } from './invalid-file.js';
import { unknownValue } from './interpolate.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { mayBeMade } from './made-folders.js';
import { isOnServer } from './rebase-model.js';
import { isNo } from './yes-or-no.js';

/** A path in the project folder that a Compose file mentions. */
export interface ReferencedPath {
  /** Relative to the project folder, with `/`; a file or a folder. */
  readonly path: string;
  readonly kind: 'bind-mount' | 'env-file' | 'label-file' | 'config' | 'secret';
  /** False where Compose does without it, or where its service is not part of the release. */
  readonly required: boolean;
  /** Whether it is a folder that Compose makes, empty, where it is missing. */
  readonly isMade: boolean;
}

/**
 * Finds the relative paths of a service of a merged model; absolute ones, `~` and named volumes are
 * the server's own, and so is a path with a variable that only the server knows.
 * @param file for messages
 * @param isActive whether the service's profile is on: else its paths may be missing
 * @throws {DeployKitError} `compose-file-invalid` for a path that leads out of the project folder
 */
export function referencedPaths(
  file: string,
  model: Mapping,
  name: string,
  service: Mapping,
  isActive: boolean,
): readonly ReferencedPath[] {
  return [
    ...list(service.volumes).flatMap((volume) => mount(model, service, volume)),
    ...list(service.env_file).map((entry) => envFile(entry)),
    ...list(service.label_file).map((path): Mention => ({ path, kind: 'label-file' })),
    ...sharedFiles(file, model, name, service, 'configs', 'config', isActive),
    ...sharedFiles(file, model, name, service, 'secrets', 'secret', isActive),
  ].flatMap(({ path, kind, mayBeMissing, isMade = false }) => {
    if (typeof path !== 'string' || isOnServer(path) || path.includes(unknownValue)) return [];
    const normal = posix.normalize(path);
    if (!/^\.\.(\/|$)/.test(normal))
      return [
        {
          path: normal,
          kind,
          required: isActive && mayBeMissing !== true && !isMade,
          isMade: isActive && isMade,
        },
      ];
    if (!isActive) return [];
    throw invalidFile(
      file,
      `service ${name} mentions ${path}, which leads out of the project folder, so it cannot be deployed with it. Make the folder above the project: a compose.yml there with \`include: [FOLDER/${file.replace(/ .*$/, '')}]\` means the same paths. Or move it inside, or use an absolute path`,
    );
  });
}

/** A path as a service says it. */
interface Mention {
  readonly path: unknown;
  readonly kind: ReferencedPath['kind'];
  readonly mayBeMissing?: boolean;
  readonly isMade?: boolean;
}

function mount(model: Mapping, service: Mapping, volume: unknown): Mention[] {
  if (!isMapping(volume)) return [];
  if (volume.type === 'bind')
    return [{ path: volume.source, kind: 'bind-mount', isMade: mayBeMade(volume, service) }];
  const named = entryOf(model, 'volumes', String(volume.source));
  if (!isMapping(named) || named.driver !== 'local') return [];
  const options = named.driver_opts;
  if (!isMapping(options) || options.o !== 'bind') return [];
  return [{ path: options.device, kind: 'bind-mount' }];
}

function envFile(entry: unknown): Mention {
  if (!isMapping(entry)) return { path: undefined, kind: 'env-file' };
  return { path: entry.path, kind: 'env-file', mayBeMissing: isNo(entry.required) };
}

function sharedFiles(
  file: string,
  model: Mapping,
  name: string,
  service: Mapping,
  section: 'configs' | 'secrets',
  kind: 'config' | 'secret',
  isActive: boolean,
): Mention[] {
  return list(service[section]).map((reference) => {
    const source = isMapping(reference) ? String(reference.source) : '';
    const entry = entryOf(model, section, source);
    if (entry === undefined && isActive)
      throw invalidFile(file, `service ${name} uses ${source}, which \`${section}\` lacks`);
    return { path: isMapping(entry) ? entry.file : undefined, kind };
  });
}

function entryOf(model: Mapping, section: string, name: string): unknown {
  const entries = model[section];
  return isMapping(entries) ? entries[name] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
