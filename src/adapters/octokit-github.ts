import type { Octokit } from '@octokit/rest';
import { failure } from '../errors/index.js';
import type { Clock } from '../ports/clock.js';
import type { GitHub, WorkflowFile, WorkflowRun } from '../ports/github.js';
import { apiFailure, type ApiRequest } from './github-requests.js';
import {
  octokitClient,
  ownerAndName,
  reviewerName,
  unlessMissing,
} from './octokit-github-client.js';

/** GitHub takes no longer description of a deployment, in characters. */
const maxDescription = 140;

/** GitHub's API with one token, at the API address of the server that runs the workflow. */
export function octokitGitHub(token: string, apiUrl: string, clock: Clock): GitHub {
  const { octokit, requests, read } = octokitClient(token, apiUrl, clock);

  const readFile = async (repository: string, path: string, ref: object): Promise<WorkflowFile> => {
    const { data } = await read(repository, `/contents/${path}`, 'Contents: read', (where) =>
      octokit.repos.getContent({ ...where, ...ref, path, mediaType: { format: 'raw' } }),
    );
    // With the media type `raw` the answer is the text itself, which Octokit's types do not know.
    return { path, text: data as unknown as string };
  };

  const listWorkflows = async (
    repository: string,
    ref: object,
    signal?: AbortSignal,
  ): Promise<readonly string[]> => {
    const path = '.github/workflows';
    const found = await read(
      repository,
      `/contents/${path}`,
      'Contents: read',
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
    const files = Array.isArray(found?.data) ? found.data : [];
    return files.map((file) => file.path).filter((file) => /\.ya?ml$/.test(file));
  };

  return {
    async dispatch(repository, eventType, payload) {
      await requests.send(sending(repository, '/dispatches', 'Contents: write'), () =>
        octokit.repos.createDispatchEvent({
          ...ownerAndName(repository),
          event_type: eventType,
          client_payload: payload as Record<string, unknown>,
        }),
      );
    },

    async startWorkflow(repository, workflow, ref, inputs) {
      const path = `/actions/workflows/${workflow}/dispatches`;
      const { data } = await requests.send(sending(repository, path, 'Actions: write'), () =>
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
      // A GitHub Enterprise Server that does not know the parameter answers 204 without a body.
      return (data as { workflow_run_id?: number } | undefined)?.workflow_run_id;
    },

    async defaultBranch(repository) {
      const { data } = await read(repository, '', 'Metadata: read', (where) =>
        octokit.repos.get(where),
      );
      return data.default_branch;
    },

    workflowPaths: (repository, ref, signal) => listWorkflows(repository, { ref }, signal),

    async workflowFiles(repository, branch) {
      const ref = branch === undefined ? {} : { ref: branch };
      const paths = await listWorkflows(repository, ref);
      return Promise.all(paths.map((path) => readFile(repository, path, ref)));
    },

    async runsSince(repository, event, since) {
      const { data } = await read(repository, '/actions/runs', 'Actions: read', (where) =>
        octokit.actions.listWorkflowRunsForRepo({
          ...where,
          event,
          created: `>=${since.toISOString().replace(/\.\d+Z$/, 'Z')}`,
          per_page: 100,
        }),
      );
      return data.workflow_runs.map(workflowRun);
    },

    async run(repository, id, signal) {
      const request = signal === undefined ? {} : { request: { signal } };
      const { data } = await read(
        repository,
        `/actions/runs/${id}`,
        'Actions: read',
        (where) => octokit.actions.getWorkflowRun({ ...where, run_id: id, ...request }),
        signal,
      );
      return workflowRun(data);
    },

    async failedJobs(repository, id) {
      const { data } = await read(
        repository,
        `/actions/runs/${id}/jobs`,
        'Actions: read',
        (where) => octokit.actions.listJobsForWorkflowRun({ ...where, run_id: id, per_page: 100 }),
      );
      return data.jobs
        .filter(({ conclusion }) => isFailure(conclusion))
        .map(({ name, html_url, steps = [] }) => ({
          name,
          url: html_url ?? '',
          step: steps.find(({ conclusion }) => isFailure(conclusion))?.name,
        }));
    },

    async pendingApprovals(repository, id) {
      const { data } = await read(
        repository,
        `/actions/runs/${id}/pending_deployments`,
        'Actions: read',
        (where) => octokit.actions.getPendingDeploymentsForRun({ ...where, run_id: id }),
      );
      return data.map(({ environment, reviewers }) => ({
        environment: environment.name ?? '',
        reviewers: reviewers.map(({ reviewer }) => reviewerName(reviewer ?? {})),
      }));
    },

    async createDeployment(repository, { ref, environment, description }) {
      const { data } = await requests.send(
        sending(repository, '/deployments', 'Deployments: write'),
        () =>
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
      if (!('id' in data)) throw new Error(`GitHub made no deployment: ${data.message ?? ''}`);
      return data.id;
    },

    async setDeploymentStatus(repository, id, status) {
      await requests.send(
        sending(repository, `/deployments/${id}/statuses`, 'Deployments: write'),
        () =>
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
      const { data } = await read(
        repository,
        `/actions/runs/${id}/artifacts`,
        'Actions: read',
        (where) => octokit.actions.listWorkflowRunArtifacts({ ...where, run_id: id, name }),
      );
      const found = data.artifacts.find((artifact) => artifact.name === name && !artifact.expired);
      if (found === undefined) return undefined;
      const zip = await read(
        repository,
        `/actions/artifacts/${found.id}/zip`,
        'Actions: read',
        (where) =>
          octokit.actions.downloadArtifact({
            ...where,
            artifact_id: found.id,
            archive_format: 'zip',
          }),
      );
      return new Uint8Array(zip.data as ArrayBuffer);
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

function workflowRun(run: RunAnswer): WorkflowRun {
  return {
    id: run.id,
    url: run.html_url,
    workflow: run.name ?? '',
    title: run.display_title,
    status: run.status ?? '',
    conclusion: run.conclusion ?? undefined,
  };
}

type RunAnswer = Awaited<ReturnType<Octokit['actions']['getWorkflowRun']>>['data'];

function isFailure(conclusion: string | null): boolean {
  return conclusion !== null && !['success', 'skipped', 'neutral'].includes(conclusion);
}
