import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorkflowParser } from '../playground/runner/load-workflow-parser.js';

/** Checks every workflow of the project and of its examples with GitHub's own parser. */
export async function lintWorkflows(root: string): Promise<string> {
  const parser = await loadWorkflowParser();
  const examples = readdirSync(join(root, 'examples')).map((name) => join('examples', name));
  return ['.', ...examples]
    .map((folder) => join(folder, '.github', 'workflows'))
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .flatMap((file) => {
      const content = readFileSync(join(root, file), 'utf8');
      const { context } = parser.parseWorkflow(
        { name: file, content },
        new parser.NoOperationTraceWriter(),
      );
      return context.errors.getErrors().map(({ message }) => message);
    })
    .join('\n');
}
