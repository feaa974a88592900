import { posix } from 'node:path';
import { failure } from '../errors/index.js';
import type { Workspace } from '../local/workspace.js';

/**
 * The project folder and the Compose files in it: Compose's own rule is the first file's folder.
 * @throws {DeployKitError} `compose-file-missing`
 */
export function locateProject(
  composeFiles: readonly string[] | undefined,
  root: Workspace,
): { folder: string; files: readonly string[] } {
  const given = composeFiles ?? defaultComposeFiles.filter((file) => root.exists(file)).slice(0, 1);
  const [first] = given;
  if (first === undefined)
    throw failure('compose-file-missing', {
      file: defaultComposeFiles.join(', '),
      directory: 'the top folder',
    });
  const missing = given.find((file) => !root.exists(file));
  if (missing !== undefined)
    throw failure('compose-file-missing', { file: missing, directory: 'the checkout' });
  const folder = posix.dirname(posix.normalize(first));
  return { folder, files: given.map((file) => posix.relative(folder, posix.normalize(file))) };
}

// Compose's order of preference: https://docs.docker.com/compose/intro/compose-application-model/
const defaultComposeFiles = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
];
