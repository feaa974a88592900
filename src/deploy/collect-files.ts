import { posix } from 'node:path';
import { failure } from '../errors/index.js';
import type { ComposeProject } from '../compose/compose-project.js';
import { namesSomethingIn } from '../compose/named-files.js';
import type { ReferencedPath } from '../compose/referenced-paths.js';
import type { Workspace, WorkspaceFile } from '../local/workspace.js';

/** What a project needs in its folder: what is shipped, and what the server must have already. */
export interface ProjectFiles {
  readonly files: readonly WorkspaceFile[];
  /** Paths that are required and not in the checkout. */
  readonly pathsOnServer: readonly string[];
  /** Folders that Compose makes, empty, where the server has none: path → the services that mount it. */
  readonly madeFolders: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds every file that the Compose files mention: they themselves, bind mounts, env files, configs
 * and secrets, and those that extra glob patterns name. The env file `.env` is left out: the release's own
 * takes its place.
 * @param scripts those that run in the deploy folder: what one names in a folder must be there
 * @throws {DeployKitError} `file-name-unsupported` for one that cannot be sent in a list, `files-missing` for a pattern that means nothing
 */
export function collectFiles(
  project: ComposeProject,
  extra: readonly string[],
  workspace: Workspace,
  scripts: readonly string[],
): ProjectFiles {
  const mentioned = project.services
    .flatMap(({ paths }) => paths)
    .filter(({ path }) => path !== '.env');
  const named = [...project.files, ...mentioned.map(({ path }) => path)];
  const present = [
    ...named.filter((path) => workspace.exists(path)),
    ...extra.flatMap((pattern) => matching(pattern, workspace)),
  ];
  const files = new Map<string, WorkspaceFile>();
  for (const path of present)
    for (const file of workspace.walk(path)) files.set(posix.normalize(file.path), file);
  files.delete('.env');
  for (const path of files.keys())
    if (/[\n\r]/.test(path))
      throw failure('file-name-unsupported', {
        file: JSON.stringify(path),
        why: 'has a line break',
      });
  const missing = mentioned.filter(({ path }) => !workspace.exists(path));
  const isNeeded = ({ path, required, isMade }: ReferencedPath): boolean =>
    required || (isMade && scripts.some((script) => namesSomethingIn(script, path)));
  const needed = new Set(missing.filter(isNeeded).map(({ path }) => path));
  return {
    files: [...files.values()],
    pathsOnServer: [...needed],
    madeFolders: madeFolders(project, (path) => needed.has(path) || workspace.exists(path)),
  };
}

function madeFolders(
  { services }: ComposeProject,
  isOther: (path: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, readonly string[]>();
  for (const { name, paths } of services)
    for (const { path, isMade } of paths)
      if (isMade && !isOther(path)) folders.set(path, [...(folders.get(path) ?? []), name]);
  return folders;
}

// A pattern that matches nothing is a typo, or a file that nobody committed.
function matching(pattern: string, workspace: Workspace): readonly string[] {
  const outside = posix.isAbsolute(pattern) || /(^|\/)\.\.(\/|$)/.test(pattern);
  const found = outside ? [] : workspace.glob(pattern);
  if (found.length > 0) return found;
  throw failure('files-missing', {
    pattern,
    why: outside ? 'it leads out of the project folder' : 'no file of the checkout matches it',
  });
}
