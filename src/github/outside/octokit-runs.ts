import type { GitHub } from '../github.js';
import {
  approvalsAnswer,
  artifactsAnswer,
  failedJobsAnswer,
  runAnswer,
  runsAnswer,
  zipAnswer,
} from './github-answers.js';
import type { GitHubClient } from './octokit-client.js';

const actionsRead = 'Actions: read';

/** Runs of workflows, and what they leave. */
export function octokitRuns(
  client: GitHubClient,
): Pick<GitHub, 'runsSince' | 'run' | 'failedJobs' | 'pendingApprovals' | 'artifact'> {
  const {
    octokit: { actions },
    read,
  } = client;
  return {
    async runsSince(repository, event, since) {
      const answer = await read(repository, '/actions/runs', actionsRead, runsAnswer, (where) =>
        actions.listWorkflowRunsForRepo({
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
        actionsRead,
        runAnswer,
        (where) => actions.getWorkflowRun({ ...where, run_id: id, ...request }),
        signal,
      );
    },

    failedJobs(repository, id) {
      return read(repository, `/actions/runs/${id}/jobs`, actionsRead, failedJobsAnswer, (where) =>
        actions.listJobsForWorkflowRun({ ...where, run_id: id, per_page: 100 }),
      );
    },

    pendingApprovals(repository, id) {
      return read(
        repository,
        `/actions/runs/${id}/pending_deployments`,
        actionsRead,
        approvalsAnswer,
        (where) => actions.getPendingDeploymentsForRun({ ...where, run_id: id }),
      );
    },

    artifact: (...place) => artifact(client, ...place),
  };
}

async function artifact(
  { octokit: { actions }, read }: GitHubClient,
  ...[repository, id, name]: Parameters<GitHub['artifact']>
): Promise<Uint8Array | undefined> {
  const { artifacts } = await read(
    repository,
    `/actions/runs/${id}/artifacts`,
    actionsRead,
    artifactsAnswer,
    (where) => actions.listWorkflowRunArtifacts({ ...where, run_id: id, name }),
  );
  const found = artifacts.find((artifact) => artifact.name === name && !artifact.expired);
  if (found === undefined) return undefined;
  return read(repository, `/actions/artifacts/${found.id}/zip`, actionsRead, zipAnswer, (where) =>
    actions.downloadArtifact({
      ...where,
      artifact_id: found.id,
      archive_format: 'zip',
    }),
  );
}
