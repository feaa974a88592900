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

/** The part of GitHub's API that the chain needs. Repositories are `owner/name`. */
export interface GitHub {
  /**
   * Sends a repository_dispatch event.
   * @throws {DeployKitError} one of the `github-…` entries, as every method here
   */
  dispatch(repository: string, eventType: string, payload: object): Promise<void>;

  /** A run as it is now. Needs the permission Actions: read. */
  run(repository: string, id: number): Promise<WorkflowRun>;
}
