import { posix } from 'node:path';
import { failure } from '../errors/index.js';
import type { ComposeProject } from '../plan/compose/compose-project.js';
import type { Workspace, WorkspaceFile } from '../ports/workspace.js';

/** What a project needs in its folder: what is shipped, and what the server must have already. */
export interface ProjectFiles {
  readonly files: readonly WorkspaceFile[];
  /** Paths that are required and not in the checkout. */
  readonly pathsOnServer: readonly string[];
}

/**
 * Finds every file that the Compose files mention: they themselves, bind mounts, env files, configs
 * and secrets. The env file `.env` is left out: the release's own takes its place.
 * @throws {DeployKitError} `compose-file-invalid` for a file name that cannot be sent in a list
 */
export function collectFiles(project: ComposeProject, workspace: Workspace): ProjectFiles {
  const mentioned = project.services
    .flatMap(({ paths }) => paths)
    .filter(({ path }) => path !== '.env');
  const present = [...project.files, ...mentioned.map(({ path }) => path)].filter((path) =>
    workspace.exists(path),
  );
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
