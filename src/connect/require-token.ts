import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../errors/index.js';
import { namedSecret } from './named-secret.js';

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
  const secret = namedSecret(readWorkflow(workspace, workflowPath), input);
  throw failure('github-token-missing', {
    input,
    secret: secret === undefined ? 'that it names' : `\`${secret}\``,
  });
}

function readWorkflow(workspace: string, path: string): string {
  try {
    return readFileSync(join(workspace, path), 'utf8');
  } catch {
    // A job without a checkout: the message does without the name.
    return '';
  }
}
