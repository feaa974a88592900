import { DeployKitError } from '../errors/index.js';
import type { GitHub } from '../github/github.js';

/** The part of the run's context that says which commit is looked at. */
export interface LookedAt {
  readonly eventName: string;
  readonly repository: string;
  readonly refName: string;
  readonly defaultBranch: string | undefined;
}

/** A list that takes longer is done without. */
const lookSeconds = 5;

/**
 * The paths of the workflow files on the default branch, for a look at another branch. A pull request brings its
 * files there, so none is missing then.
 * @returns `undefined` where none can be missing, or GitHub does not tell
 */
export async function defaultBranchFiles(
  { eventName, repository, refName, defaultBranch }: LookedAt,
  github: () => Promise<Pick<GitHub, 'workflowPaths'>>,
): Promise<readonly string[] | undefined> {
  const isThere = defaultBranch === undefined || refName === defaultBranch;
  if (isThere || eventName.startsWith('pull_request')) return undefined;
  const signal = AbortSignal.timeout(lookSeconds * 1000);
  try {
    return await (await github()).workflowPaths(repository, defaultBranch, signal);
  } catch (error) {
    // A courtesy: a token that may not look takes nothing away from the rest.
    if (!(error instanceof DeployKitError || signal.aborted)) throw error;
    return undefined;
  }
}
