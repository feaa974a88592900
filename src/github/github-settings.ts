/** An environment of a repository. */
export interface EnvironmentSettings {
  /** Who may approve its jobs: logins, and teams as `team <slug>`. */
  readonly reviewers: readonly string[];
}

/**
 * Settings of repositories (`owner/name`), as far as a token may see them. Every method rejects with one of
 * the `github-…` entries.
 */
export interface GitHubSettings {
  /**
   * Whether a secret is there: the repository's or one that its organisation shares with it (Secrets: read),
   * or the environment's (Environments: read). No `permissions:` gives these to the job's own token.
   */
  hasSecret(
    repository: string,
    name: string,
    environment: string | undefined,
    signal: AbortSignal,
  ): Promise<boolean>;

  /** The same for variables (Variables: read, or Environments: read). */
  hasVariable(
    repository: string,
    name: string,
    environment: string | undefined,
    signal: AbortSignal,
  ): Promise<boolean>;

  /** `undefined` when there is none of that name. Needs Actions: read. */
  environment(
    repository: string,
    name: string,
    signal: AbortSignal,
  ): Promise<EnvironmentSettings | undefined>;

  /**
   * `active`, `disabled_manually`, `disabled_inactivity` …; `undefined` when there is no such workflow.
   * Needs Actions: read.
   * @param file the name of its file
   */
  workflowState(repository: string, file: string, signal: AbortSignal): Promise<string | undefined>;
}
