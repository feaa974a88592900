import { parseEnvFile } from '../../compose/env-file.js';
import { misreadByCompose1 } from '../../env/plan/old-env-file.js';
import { DeployKitError, failure } from '../../errors/index.js';
import type { DeployIntent } from './deploy-intent.js';

type EnvFilesOf = Pick<DeployIntent, 'project' | 'files'>;

/** Whether that is the version of a Compose that reads env files in its own way. */
export function isOldCompose(version: string): boolean {
  return version.startsWith('1.');
}

/**
 * The env files of released services that only the server has.
 * @param released the services that run an image of the release
 */
export function envFilesOnServer(
  { project, files }: EnvFilesOf,
  released: ReadonlyMap<string, string>,
): readonly string[] {
  const shipped = new Set(files.map(({ path }) => path));
  return envFilesOf(project, (name) => released.has(name)).filter((path) => !shipped.has(path));
}

/**
 * What only a newer Compose than the server's reads from the env files: the release's own, and those of its services.
 * @param onServer those that only the server has: path → text
 */
export function oldEnvProblems(
  { env, project, files }: EnvFilesOf & Pick<DeployIntent, 'env'>,
  onServer: ReadonlyMap<string, string>,
  version: string,
  host: string,
): readonly DeployKitError[] {
  if (!isOldCompose(version)) return [];
  const own = env === undefined ? '' : env.source === 'upload' ? env.text : env.added;
  const paths = new Set(envFilesOf(project, () => true));
  const shipped = files.flatMap(({ path, content }) =>
    paths.has(path) && content.kind === 'file'
      ? [[path, content.read().toString('utf8')] as const]
      : [],
  );
  const outer = parseEnvFile(own);
  const keys = [
    ...misreadByCompose1(own),
    ...[...shipped, ...onServer].flatMap(([path, text]) =>
      misread(text, outer).map((key) => `${key} (${path})`),
    ),
  ].join(', ');
  return keys === '' ? [] : [failure('env-misread-by-old-compose', { keys, version, host })];
}

// One that a newer Compose can't read at all is no measure.
function misread(text: string, outer: ReadonlyMap<string, string>): readonly string[] {
  try {
    return misreadByCompose1(text, outer);
  } catch (error) {
    if (error instanceof DeployKitError && error.entry === 'env-file-invalid') return [];
    throw error;
  }
}

function envFilesOf(
  { services }: DeployIntent['project'],
  isMeant: (service: string) => boolean,
): readonly string[] {
  const read = services
    .filter(({ name, active }) => active && isMeant(name))
    .flatMap(({ paths }) =>
      paths.filter(({ kind, path }) => kind === 'env-file' && path !== '.env'),
    );
  return [...new Set(read.map(({ path }) => path))];
}
