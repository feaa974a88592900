/** A run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  /** Where a person reads it. */
  readonly url: string;
  /** The name of its workflow. */
  readonly workflow: string;
  /** What `run-name:` made of it. */
  readonly title: string;
  /** `queued`, `waiting`, `in_progress`, `completed` … */
  readonly status: string;
  /** `success`, `failure`, `cancelled` …, once it is completed. */
  readonly conclusion: string | undefined;
}

/** A job that did not succeed. */
export interface FailedJob {
  readonly name: string;
  /** The first step that failed; `undefined` when none did (a runner that was lost, say). */
  readonly step: string | undefined;
  readonly url: string;
}

/** An environment whose reviewers have not decided yet. */
export interface PendingApproval {
  readonly environment: string;
  /** Logins, and teams as `team <slug>`. */
  readonly reviewers: readonly string[];
}

/** A file of `.github/workflows/`. */
export interface WorkflowFile {
  /** `.github/workflows/deploy.yml` */
  readonly path: string;
  readonly text: string;
}

export interface NewDeployment {
  /** A commit, branch or tag. */
  readonly ref: string;
  readonly environment: string;
  readonly description: string;
}

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'inactive' | 'failure';
  /** Empty when it is not known. */
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly description: string;
}

/** The inputs of a workflow_dispatch. */
export type WorkflowInputs = Readonly<Record<string, string>>;

/**
 * The part of GitHub's API that the chain needs. Repositories are `owner/name`. Every method rejects
 * with one of the `github-…` entries.
 */
export interface GitHub {
  /**
   * Sends a repository_dispatch event. Needs Contents: write.
   * @throws {DeployKitError} `github-unconfirmed` when GitHub may have taken the event without saying so
   */
  dispatch(repository: string, eventType: string, payload: object): Promise<void>;

  /**
   * Starts a workflow by workflow_dispatch. Needs Actions: write.
   * @param workflow the name of its file
   * @returns the id of the run, where GitHub tells it
   * @throws {DeployKitError} `github-unconfirmed`, as `dispatch`
   */
  startWorkflow(
    repository: string,
    workflow: string,
    ref: string,
    inputs: WorkflowInputs,
  ): Promise<number | undefined>;

  defaultBranch(repository: string): Promise<string>;

  /** The paths of the workflow files on a branch or commit. Needs Contents: read. */
  workflowPaths(repository: string, ref: string, signal: AbortSignal): Promise<readonly string[]>;

  /** The workflows on a branch or commit, by default on the default branch. Needs Contents: read. */
  workflowFiles(repository: string, ref?: string): Promise<readonly WorkflowFile[]>;

  /** The newest runs that an event of that name started since then. Needs Actions: read. */
  runsSince(repository: string, event: string, since: Date): Promise<readonly WorkflowRun[]>;

  /** A run as it is now. Needs Actions: read. */
  run(repository: string, id: number, signal?: AbortSignal): Promise<WorkflowRun>;

  /** The jobs of a run that failed, were cancelled, or timed out. Needs Actions: read. */
  failedJobs(repository: string, id: number): Promise<readonly FailedJob[]>;

  /** Whose approval a waiting run needs. Needs Actions: read. */
  pendingApprovals(repository: string, id: number): Promise<readonly PendingApproval[]>;

  /** Records a deployment of a commit. Needs Deployments: write. */
  createDeployment(repository: string, deployment: NewDeployment): Promise<number>;

  /** Adds a status to a deployment. Needs Deployments: write. */
  setDeploymentStatus(repository: string, id: number, status: DeploymentStatus): Promise<void>;

  /** The zip file of a run's artifact, or `undefined` when there is none of that name. Needs Actions: read. */
  artifact(repository: string, id: number, name: string): Promise<Uint8Array | undefined>;
}
