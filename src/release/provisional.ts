import { unchanged, type HostState } from '../errors/index.js';

/**
 * The environment variable in which a deploy leaves the id of the release that it is making, for the later steps
 * of the job.
 */
export const releaseVariable = 'DEPLOY_KIT_RELEASE';

/**
 * The environment variable in which a verification names the release that did not pass. The `post` step of the
 * deploy then restores what ran before.
 */
export const rejectedVariable = 'DEPLOY_KIT_REJECTED';

/**
 * The environment variable in which a verification names the release that has passed. Without it the `post` step
 * of the deploy restores what ran before when the job was cancelled.
 */
export const verifiedVariable = 'DEPLOY_KIT_VERIFIED';

/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
export function provisionalState(release: string): HostState {
  return release === '' ? unchanged : { state: 'provisional', release };
}
