import { posix } from 'node:path';
import { failure } from '../errors/index.js';
import type { ComposeProject } from '../compose/compose-project.js';
import type { Workspace, WorkspaceFile } from '../local/workspace.js';

/** What a project needs in its folder: what is shipped, and what the server must have already. */
export interface ProjectFiles {
  readonly files: readonly WorkspaceFile[];
  /** Paths that are required and not in the checkout. */
  readonly pathsOnServer: readonly string[];
}

/**
 * Finds every file that the Compose files mention: they themselves, bind mounts, env files, configs
 * and secrets, and those that extra glob patterns name. The env file `.env` is left out: the release's own
 * takes its place.
 * @throws {DeployKitError} `compose-file-invalid` for a file name that cannot be sent in a list,
 * `files-missing` for a pattern that means nothing
 */
export function collectFiles(
  project: ComposeProject,
  extra: readonly string[],
  workspace: Workspace,
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
      throw failure('compose-file-invalid', {
        file: JSON.stringify(path),
        message: 'a file name with a line break cannot be deployed',
      });
  return {
    files: [...files.values()],
    pathsOnServer: mentioned
      .filter(({ path, required }) => required && !workspace.exists(path))
      .map(({ path }) => path),
  };
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
