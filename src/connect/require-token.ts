import { failure } from '../errors/index.js';
import { checkout } from '../local/outside/checkout.js';

/**
 * Refuses an empty token before any work is done, and names the secret that is empty where the
 * checkout holds this run's workflow.
 * @param input the name of the input, as a workflow writes it
 * @throws {DeployKitError} `github-token-missing`
 */
export function requireToken(
  token: string,
  input: string,
  { workspace, workflowPath }: { readonly workspace: string; readonly workflowPath: string },
): void {
  if (token !== '') return;
  // A job without a checkout: the message does without the name.
  const workflow = checkout(workspace).readText(workflowPath) ?? '';
  const secret = namedSecret(workflow, input);
  throw failure('github-token-missing', {
    input,
    secret: secret === undefined ? 'that it names' : `\`${secret}\``,
  });
}

/**
 * The secret that a workflow gives to an input, for the message that the input is empty.
 * @param workflow the text of the workflow's file
 * @param input `github-token`
 * @returns `undefined` when it cannot be told for certain: no such line, or several secrets
 */
export function namedSecret(workflow: string, input: string): string | undefined {
  const pattern = new RegExp(
    String.raw`^\s*(?:-\s*)?${input}:\s*["']?\$\{\{[^}]*?\bsecrets\.([A-Za-z_][A-Za-z0-9_]*)`,
    'gm',
  );
  const names = new Set([...workflow.matchAll(pattern)].map(([, name]) => name));
  return names.size === 1 ? [...names][0] : undefined;
}
