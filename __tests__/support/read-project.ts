import { readComposeProject, type ComposeProject } from '../../src/compose/compose-project.js';

/** The project of Compose files that are given: path → text. */
export function readProject(
  files: Readonly<Record<string, string>>,
  given: readonly string[] = ['compose.yml'],
): ComposeProject {
  return readComposeProject({ files: given, readFile: (path) => files[path], env: new Map() });
}
