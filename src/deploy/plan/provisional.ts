import { unchanged, type HostState } from '../../errors/index.js';

/**
 * The environment variable in which deploy-compose leaves the id of the release that it is making,
 * for the later steps of the job.
 */
export const releaseVariable = 'DEPLOY_KIT_RELEASE';

/**
 * The environment variable in which verify-health names the release that did not pass. The `post` step
 * of deploy-compose then restores what ran before.
 */
export const rejectedVariable = 'DEPLOY_KIT_REJECTED';

/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
export function provisionalState(release: string | undefined): HostState {
  return release === undefined || release === '' ? unchanged : { state: 'provisional', release };
}
