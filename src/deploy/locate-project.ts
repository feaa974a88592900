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
  const given = composeFiles ?? usualFiles(root);
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

// Compose's order of preference, and what it reads beside the first of them:
// https://github.com/compose-spec/compose-go/blob/v2.1.0/cli/options.go
const defaultComposeFiles = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
];
const overrideFiles = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

function usualFiles(root: Workspace): readonly string[] {
  const first = (names: readonly string[]): readonly string[] =>
    names.filter((name) => root.exists(name)).slice(0, 1);
  const main = first(defaultComposeFiles);
  return main.length === 0 ? [] : [...main, ...first(overrideFiles)];
}
