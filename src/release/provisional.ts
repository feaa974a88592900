import { unchanged, type HostState } from '../errors/index.js';

/**
 * The environment variable in which a deploy leaves the id of the release that it is making, for the later steps
 * of the job.
 */
export const releaseVariable = 'DEPLOY_KIT_RELEASE';

/**
 * The environment variable in which verifications name the releases that did not pass, with spaces between them: a
 * job can deploy more than one. The `post` step of each deploy then restores what ran before.
 */
export const rejectedVariable = 'DEPLOY_KIT_REJECTED';

/**
 * The environment variable in which verifications name the releases that have passed, in the same way. Without that
 * the `post` step of the deploy restores what ran before when the job was cancelled.
 */
export const verifiedVariable = 'DEPLOY_KIT_VERIFIED';

/** Whether such a variable names a release. */
export function namesRelease(names: string, release: string): boolean {
  return names.split(' ').includes(release);
}

/** Such a variable with another release, once. */
export function withRelease(names: string, release: string): string {
  return [withoutRelease(names, release), release].filter(Boolean).join(' ');
}

/** Such a variable without a release. */
export function withoutRelease(names: string, release: string): string {
  return names
    .split(' ')
    .filter((name) => name !== release)
    .join(' ');
}

/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
export function provisionalState(release: string): HostState {
  return release === '' ? unchanged : { state: 'provisional', release };
}
