import * as v from 'valibot';
import { failure } from '../../errors/index.js';
import type { Clock } from '../../local/clock.js';
import type { GitHub, WorkflowFile } from '../github.js';
import {
  anyAnswer,
  approvalsAnswer,
  artifactsAnswer,
  deploymentAnswer,
  failedJobsAnswer,
  fileAnswer,
  folderAnswer,
  repositoryAnswer,
  runAnswer,
  runsAnswer,
  startedAnswer,
  zipAnswer,
} from './github-answers.js';
import { apiFailure, type ApiRequest } from './github-requests.js';
import { octokitClient, ownerAndName, unlessMissing } from './octokit-github-client.js';

/** GitHub takes no longer description of a deployment, in characters. */
const maxDescription = 140;

/** GitHub's API with one token, at the API address of the server that runs the workflow. */
export function octokitGitHub(token: string, apiUrl: string, clock: Clock): GitHub {
  const { octokit, requests, read } = octokitClient(token, apiUrl, clock);

  const readFile = async (
    repository: string,
    path: string,
    ref: object,
  ): Promise<WorkflowFile> => ({
    path,
    text: await read(repository, `/contents/${path}`, 'Contents: read', fileAnswer, (where) =>
      octokit.repos.getContent({ ...where, ...ref, path, mediaType: { format: 'raw' } }),
    ),
  });

  const listWorkflows = async (
    repository: string,
    ref: object,
    signal?: AbortSignal,
  ): Promise<readonly string[]> => {
    const path = '.github/workflows';
    const files = await read(
      repository,
      `/contents/${path}`,
      'Contents: read',
      v.optional(folderAnswer, []),
      (where) =>
        unlessMissing(
          octokit.repos.getContent({
            ...where,
            ...ref,
            path,
            ...(signal && { request: { signal } }),
          }),
          octokit,
          where,
        ),
      signal,
    );
    return files.map((file) => file.path).filter((file) => /\.ya?ml$/.test(file));
  };

  return {
    async dispatch(repository, eventType, payload) {
      await requests.send(sending(repository, '/dispatches', 'Contents: write'), anyAnswer, () =>
        octokit.repos.createDispatchEvent({
          ...ownerAndName(repository),
          event_type: eventType,
          client_payload: payload as Record<string, unknown>,
        }),
      );
    },

    async startWorkflow(repository, workflow, ref, inputs) {
      const path = `/actions/workflows/${workflow}/dispatches`;
      const request = sending(repository, path, 'Actions: write');
      const answer = await requests.send(request, startedAnswer, () =>
        octokit.actions
          .createWorkflowDispatch({
            ...ownerAndName(repository),
            workflow_id: workflow,
            ref,
            inputs,
            return_run_details: true,
          })
          .catch(explainStart(repository, workflow)),
      );
      return answer.workflow_run_id;
    },

    async defaultBranch(repository) {
      const answer = await read(repository, '', 'Metadata: read', repositoryAnswer, (where) =>
        octokit.repos.get(where),
      );
      return answer.default_branch;
    },

    workflowPaths: (repository, ref, signal) => listWorkflows(repository, { ref }, signal),

    async workflowFiles(repository, branch) {
      const ref = branch === undefined ? {} : { ref: branch };
      const paths = await listWorkflows(repository, ref);
      return Promise.all(paths.map((path) => readFile(repository, path, ref)));
    },

    async runsSince(repository, event, since) {
      const answer = await read(repository, '/actions/runs', 'Actions: read', runsAnswer, (where) =>
        octokit.actions.listWorkflowRunsForRepo({
          ...where,
          event,
          created: `>=${since.toISOString().replace(/\.\d+Z$/, 'Z')}`,
          per_page: 100,
        }),
      );
      return answer.workflow_runs;
    },

    run(repository, id, signal) {
      const request = signal === undefined ? {} : { request: { signal } };
      return read(
        repository,
        `/actions/runs/${id}`,
        'Actions: read',
        runAnswer,
        (where) => octokit.actions.getWorkflowRun({ ...where, run_id: id, ...request }),
        signal,
      );
    },

    failedJobs(repository, id) {
      return read(
        repository,
        `/actions/runs/${id}/jobs`,
        'Actions: read',
        failedJobsAnswer,
        (where) => octokit.actions.listJobsForWorkflowRun({ ...where, run_id: id, per_page: 100 }),
      );
    },

    pendingApprovals(repository, id) {
      return read(
        repository,
        `/actions/runs/${id}/pending_deployments`,
        'Actions: read',
        approvalsAnswer,
        (where) => octokit.actions.getPendingDeploymentsForRun({ ...where, run_id: id }),
      );
    },

    async createDeployment(repository, { ref, environment, description }) {
      const request = sending(repository, '/deployments', 'Deployments: write');
      const answer = await requests.send(request, deploymentAnswer, () =>
        octokit.repos.createDeployment({
          ...ownerAndName(repository),
          ref,
          environment,
          description: description.slice(0, maxDescription),
          // With their defaults GitHub answers 202 or 409 instead of making the deployment.
          auto_merge: false,
          required_contexts: [],
        }),
      );
      return answer.id;
    },

    async setDeploymentStatus(repository, id, status) {
      const path = `/deployments/${id}/statuses`;
      await requests.send(sending(repository, path, 'Deployments: write'), anyAnswer, () =>
        octokit.repos.createDeploymentStatus({
          ...ownerAndName(repository),
          deployment_id: id,
          state: status.state,
          description: status.description.slice(0, maxDescription),
          log_url: status.logUrl,
          ...(status.environmentUrl === '' ? {} : { environment_url: status.environmentUrl }),
        }),
      );
    },

    async artifact(repository, id, name) {
      const { artifacts } = await read(
        repository,
        `/actions/runs/${id}/artifacts`,
        'Actions: read',
        artifactsAnswer,
        (where) => octokit.actions.listWorkflowRunArtifacts({ ...where, run_id: id, name }),
      );
      const found = artifacts.find((artifact) => artifact.name === name && !artifact.expired);
      if (found === undefined) return undefined;
      return read(
        repository,
        `/actions/artifacts/${found.id}/zip`,
        'Actions: read',
        zipAnswer,
        (where) =>
          octokit.actions.downloadArtifact({
            ...where,
            artifact_id: found.id,
            archive_format: 'zip',
          }),
      );
    },
  };
}

function sending(repository: string, path: string, permission: string): ApiRequest {
  return { name: `POST /repos/${repository}${path}`, repository, permission, repeatable: false };
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
