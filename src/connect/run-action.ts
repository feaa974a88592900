import { DeployKitError, failure } from '../errors/index.js';
import { parseInputs, type ActionDefinition, type Inputs } from '../inputs/index.js';
import type { InputTable } from '../inputs/definition.js';
import type { Reporter } from '../local/reporter.js';
import { actionsReporter } from '../local/outside/actions-reporter.js';

const issues = 'https://github.com/org/deploy-kit/issues/new';

/**
 * Runs the story of one step: parses the inputs, reports a known failure as its catalogue entry and
 * an unknown one with its stack. Never rejects; a failure sets the exit code to 1.
 */
export async function runAction<Table extends InputTable>(
  definition: ActionDefinition<Table>,
  story: (inputs: Inputs<Table>, reporter: Reporter) => Promise<void>,
): Promise<void> {
  // What a library throws past every promise (a socket's event, say) would end in a bare stack.
  process.once('uncaughtException', (error) => {
    actionsReporter.failed(unexpected(error));
    process.exit(1);
  });
  try {
    await story(parseInputs(definition, actionsReporter), actionsReporter);
  } catch (error) {
    actionsReporter.failed(error instanceof DeployKitError ? error : unexpected(error));
  }
}

function unexpected(cause: unknown): DeployKitError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return failure(
    'internal-error',
    { message, issues },
    { cause, hostState: { state: 'unknown', why: 'the failure is not one that we know.' } },
  );
}
