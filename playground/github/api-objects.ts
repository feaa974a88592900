import type { JobState } from '../runner/run-request.js';
import type { Run, RunArtifact } from './run.js';

/** GitHub's answers in full, as its OpenAPI description asks for them. */
export interface ApiPlace {
  readonly apiUrl: string;
  readonly serverUrl: string;
}

const urlFields = {
  repository:
    'archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url compare_url contents_url contributors_url deployments_url downloads_url events_url forks_url git_commits_url git_refs_url git_tags_url hooks_url issue_comment_url issue_events_url issues_url keys_url labels_url languages_url merges_url milestones_url notifications_url pulls_url releases_url stargazers_url statuses_url subscribers_url subscription_url tags_url teams_url trees_url'.split(
      ' ',
    ),
  user: 'avatar_url events_url followers_url following_url gists_url organizations_url received_events_url repos_url starred_url subscriptions_url'.split(
    ' ',
  ),
  run: 'jobs_url logs_url check_suite_url cancel_url rerun_url artifacts_url'.split(' '),
} as const;

function urls(names: readonly string[], base: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${base}/${name.replace(/_url$/, '')}`]));
}

export function numberOf(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) % 2_000_000_000, 7);
}

export function nodeId(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export function apiUser(login: string, { apiUrl, serverUrl }: ApiPlace): object {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    ...urls(urlFields.user, url),
    login,
    id: numberOf(login),
    node_id: nodeId(login),
    gravatar_id: '',
    url,
    html_url: `${serverUrl}/${encodeURIComponent(login)}`,
    type: 'User',
    site_admin: false,
  };
}

function apiRepository(fullName: string, place: ApiPlace): object {
  const [owner = '', name = ''] = fullName.split('/');
  const url = `${place.apiUrl}/repos/${fullName}`;
  return {
    ...urls(urlFields.repository, url),
    id: numberOf(fullName),
    node_id: nodeId(fullName),
    name,
    full_name: fullName,
    owner: apiUser(owner, place),
    private: true,
    description: null,
    fork: false,
    url,
    html_url: `${place.serverUrl}/${fullName}`,
  };
}

/** A repository in full, as `GET /repos/{owner}/{repo}` shows it. */
export function apiFullRepository(
  fullName: string,
  defaultBranch: string,
  place: ApiPlace,
): object {
  const url = `${place.serverUrl}/${fullName}`;
  const counts =
    'forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count network_count subscribers_count';
  const flags = 'has_issues has_projects has_wiki has_pages has_discussions archived disabled';
  const time = new Date(0).toISOString();
  return {
    ...apiRepository(fullName, place),
    ...Object.fromEntries(counts.split(' ').map((name) => [name, 0])),
    ...Object.fromEntries(flags.split(' ').map((name) => [name, false])),
    default_branch: defaultBranch,
    clone_url: `${url}.git`,
    git_url: `${url}.git`,
    ssh_url: `${url}.git`,
    svn_url: url,
    homepage: null,
    language: null,
    mirror_url: null,
    license: null,
    pushed_at: time,
    created_at: time,
    updated_at: time,
  };
}

/** An environment that waits for its reviewers. */
export function apiPendingDeployment(
  repository: string,
  environment: string,
  reviewers: readonly string[],
  place: ApiPlace,
): object {
  return {
    environment: {
      id: numberOf(environment),
      node_id: nodeId(environment),
      name: environment,
      url: `${place.apiUrl}/repos/${repository}/environments/${environment}`,
      html_url: `${place.serverUrl}/${repository}/deployments`,
    },
    wait_timer: 0,
    wait_timer_started_at: null,
    current_user_can_approve: false,
    reviewers: reviewers.map((login) => ({ type: 'User', reviewer: apiUser(login, place) })),
  };
}

/** A deployment, as far as its origin matters. */
export interface DeploymentFacts {
  readonly id: number;
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A deployment: what the review of a waiting environment answers, too. */
export function apiDeployment(
  { id, repository, sha, ref, actor, createdAt, updatedAt }: DeploymentFacts,
  environment: string,
  place: ApiPlace,
): object {
  const url = `${place.apiUrl}/repos/${repository}/deployments/${id}`;
  return {
    id,
    node_id: nodeId(`deployment${id}`),
    sha,
    ref,
    task: 'deploy',
    environment,
    creator: apiUser(actor, place),
    payload: {},
    description: null,
    statuses_url: `${url}/statuses`,
    repository_url: `${place.apiUrl}/repos/${repository}`,
    url,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

/** A status of a deployment. */
export function apiDeploymentStatus(
  deployment: DeploymentFacts,
  status: {
    readonly id: number;
    readonly state: string;
    readonly description: string;
    readonly target_url: string;
  },
  place: ApiPlace,
): object {
  const repositoryUrl = `${place.apiUrl}/repos/${deployment.repository}`;
  const url = `${repositoryUrl}/deployments/${deployment.id}`;
  return {
    ...status,
    node_id: nodeId(`status${status.id}`),
    url: `${url}/statuses/${status.id}`,
    creator: apiUser(deployment.actor, place),
    deployment_url: url,
    repository_url: repositoryUrl,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
  };
}

export function apiArtifact(run: Run, artifact: RunArtifact, place: ApiPlace): object {
  const url = `${place.apiUrl}/repos/${run.repository}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId(`artifact${artifact.id}`),
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: run.createdAt,
    expires_at: run.createdAt,
    updated_at: run.updatedAt,
  };
}

export function apiRun(run: Run, place: ApiPlace): object {
  const url = `${place.apiUrl}/repos/${run.repository}/actions/runs/${run.id}`;
  return {
    ...urls(urlFields.run, url),
    id: run.id,
    node_id: nodeId(`run${run.id}`),
    name: run.workflowName,
    head_branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    head_sha: run.sha,
    path: run.workflowPath,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    display_title: run.title,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: numberOf(run.workflowPath),
    check_suite_id: run.id + 1,
    url,
    html_url: `${place.serverUrl}/${run.repository}/actions/runs/${run.id}`,
    workflow_url: `${place.apiUrl}/repos/${run.repository}/actions/workflows/${numberOf(run.workflowPath)}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: apiUser(run.actor, place),
    triggering_actor: apiUser(run.actor, place),
    head_commit: {
      id: run.sha,
      tree_id: run.commit.tree,
      message: run.commit.message,
      timestamp: run.commit.time,
      author: { name: 'Playground', email: 'playground@example.com' },
      committer: { name: 'Playground', email: 'playground@example.com' },
    },
    repository: apiRepository(run.repository, place),
    head_repository: apiRepository(run.repository, place),
  };
}

export function apiJob(run: Run, job: JobState, place: ApiPlace): object {
  const id = run.id * 100 + (numberOf(job.id) % 100);
  const url = `${place.apiUrl}/repos/${run.repository}/actions/jobs/${id}`;
  return {
    id,
    node_id: nodeId(`job${id}`),
    run_id: run.id,
    run_url: `${place.apiUrl}/repos/${run.repository}/actions/runs/${run.id}`,
    run_attempt: 1,
    head_sha: run.sha,
    workflow_name: run.workflowName,
    head_branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    name: job.name,
    url,
    html_url: `${place.serverUrl}/${run.repository}/actions/runs/${run.id}/job/${id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: job.status === 'completed' ? run.updatedAt : null,
    steps: job.steps.map(({ name, conclusion }, index) => ({
      name,
      number: index + 1,
      status: 'completed',
      conclusion,
      started_at: run.createdAt,
      completed_at: run.updatedAt,
    })),
    check_run_url: `${url}/check`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'playground',
    runner_group_id: 1,
    runner_group_name: 'Default',
  };
}
