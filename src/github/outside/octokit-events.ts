import { failure } from '../../errors/index.js';
import type { GitHub } from '../github.js';
import { anyAnswer, startedAnswer } from './github-answers.js';
import { apiFailure } from './github-requests.js';
import type { GitHubClient } from './octokit-client.js';

/** Starting workflows from outside. */
export function octokitEvents({
  octokit,
  write,
}: GitHubClient): Pick<GitHub, 'dispatch' | 'startWorkflow'> {
  return {
    async dispatch(repository, eventType, payload) {
      await write(repository, '/dispatches', 'Contents: write', anyAnswer, (where) =>
        octokit.repos.createDispatchEvent({
          ...where,
          event_type: eventType,
          client_payload: payload as Record<string, unknown>,
        }),
      );
    },

    async startWorkflow(repository, workflow, ref, inputs) {
      const path = `/actions/workflows/${workflow}/dispatches`;
      const answer = await write(repository, path, 'Actions: write', startedAnswer, (where) =>
        octokit.actions
          .createWorkflowDispatch({
            ...where,
            workflow_id: workflow,
            ref,
            inputs,
            return_run_details: true,
          })
          .catch(explainStart(repository, workflow)),
      );
      return answer.workflow_run_id;
    },
  };
}

// Texts: https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event
function explainStart(repository: string, workflow: string): (error: unknown) => never {
  return (error) => {
    const { status, message } = apiFailure(error);
    if (status !== 422 && status !== 404) throw error as Error;
    throw failure(
      'dispatch-no-such-workflow',
      { workflow, repository, status, message, remedy: startRemedy(message) },
      { cause: error },
    );
  };
}

function startRemedy(message: string): string {
  if (/Not Found/i.test(message))
    return 'Check the name of the file: it must be in `.github/workflows/` on the default branch, and the token must see the repository.';
  if (/No ref found/i.test(message)) return 'Set `ref` to a branch or tag of that repository.';
  if (/trigger/i.test(message))
    return 'Put `on: workflow_dispatch:` into the workflow on the branch that `ref` names.';
  return 'Declare the inputs that the message names under `on: workflow_dispatch: inputs:`, or leave them out of `inputs`.';
}
