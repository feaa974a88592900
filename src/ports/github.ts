/** The part of GitHub's API that the chain needs. */
export interface GitHub {
  /**
   * Sends a repository_dispatch event.
   * @param repository `owner/name`
   * @throws {DeployKitError} one of the `github-…` entries
   */
  dispatch(repository: string, eventType: string, payload: object): Promise<void>;
}
