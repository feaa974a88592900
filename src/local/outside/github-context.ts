import { context } from '@actions/github';

/** What the runner says about the run that this step belongs to. */
export interface GitHubContext {
  readonly eventName: string;
  /** `undefined` where the event does not say. */
  readonly defaultBranch: string | undefined;
  /** The event's payload as GitHub sent it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** `owner/name` */
  readonly repository: string;
  readonly sha: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** `main` */
  readonly refName: string;
  readonly actor: string;
  /** `.github/workflows/build.yml`: the workflow of this run, in its repository. */
  readonly workflowPath: string;
  readonly runId: number;
  /** Counts the runs of this workflow. */
  readonly runNumber: string;
  readonly runUrl: string;
  /** Whether somebody has started this run once more. */
  readonly isRerun: boolean;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Keeps its value when the repository gets another name; empty where the runner gives none. */
  readonly repositoryId: string;
  /** The folder of the checkout. */
  readonly workspace: string;
}

/**
 * Reads the run's context from the runner's environment.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function githubContext(): GitHubContext {
  const repository = process.env.GITHUB_REPOSITORY ?? '';
  return {
    eventName: process.env.GITHUB_EVENT_NAME ?? '',
    event: context.payload,
    defaultBranch: branchOf(context.payload.repository?.default_branch),
    repository,
    repositoryId: process.env.GITHUB_REPOSITORY_ID ?? '',
    sha: process.env.GITHUB_SHA ?? '',
    ref: process.env.GITHUB_REF ?? '',
    refName: process.env.GITHUB_REF_NAME ?? '',
    // acme/api/.github/workflows/build.yml@refs/heads/main
    workflowPath: (process.env.GITHUB_WORKFLOW_REF ?? '')
      .replace(`${repository}/`, '')
      .replace(/@.*$/, ''),
    actor: process.env.GITHUB_ACTOR ?? '',
    runId: context.runId,
    runNumber: process.env.GITHUB_RUN_NUMBER ?? '',
    runUrl: `${context.serverUrl}/${repository}/actions/runs/${context.runId}`,
    isRerun: Number(process.env.GITHUB_RUN_ATTEMPT ?? '1') > 1,
    apiUrl: context.apiUrl,
    serverUrl: context.serverUrl,
    workspace: process.env.GITHUB_WORKSPACE ?? process.cwd(),
  };
}

function branchOf(name: unknown): string | undefined {
  return typeof name === 'string' ? name : undefined;
}
