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
