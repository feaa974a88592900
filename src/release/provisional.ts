import { unchanged, type HostState } from '../errors/index.js';

/**
 * The environment variable in which deploys leave the ids of the releases that the job is making and that no
 * verification has spoken of yet, with spaces between them; a verification speaks for all of them.
 */
export const releaseVariable = 'DEPLOY_KIT_RELEASE';

/**
 * The environment variable in which verifications name the releases that did not pass. The `post` step of each
 * deploy then restores what ran before.
 */
export const rejectedVariable = 'DEPLOY_KIT_REJECTED';

/**
 * The environment variable in which verifications name the releases that have passed. Without that the `post` step
 * of the deploy restores what ran before when the job was cancelled.
 */
export const verifiedVariable = 'DEPLOY_KIT_VERIFIED';

/**
 * The environment variable in which deploys name the releases of the job that were not deployed, because a newer one is
 * live: there is nothing of them to verify.
 */
export const gaveWayVariable = 'DEPLOY_KIT_GAVE_WAY';

/** What the steps of a job have said to each other of its releases, as those variables hold it. */
export interface JobReleases {
  readonly making: string;
  readonly rejected: string;
  readonly verified: string;
  readonly gaveWay: string;
}

/** Whether such a variable names a release. */
export function namesRelease(names: string, release: string): boolean {
  return releasesIn(names).includes(release);
}

/** Such a variable with the releases of another, each once. */
export function withReleases(names: string, others: string): string {
  return [withoutReleases(names, others), others].filter(Boolean).join(' ');
}

/** Such a variable without the releases of another. */
export function withoutReleases(names: string, others: string): string {
  const gone = new Set(releasesIn(others));
  return releasesIn(names)
    .filter((name) => !gone.has(name))
    .join(' ');
}

/** The releases that the next verification speaks for when the job makes another one. */
export function makingAnother(
  { making, rejected, verified }: JobReleases,
  release: string,
): string {
  const open = withoutReleases(withoutReleases(making, rejected), verified);
  return withReleases(open, release);
}

/** The releases that such a variable names. */
export function releasesIn(names: string): readonly string[] {
  return names.split(' ').filter(Boolean);
}

/**
 * What is live when a verification fails: the job's end settles it.
 * @param releases empty when the deploy changed nothing, so that there is nothing to take back
 */
export function provisionalState(releases: string): HostState {
  return releases === ''
    ? unchanged
    : { state: 'provisional', release: releasesIn(releases).join(' and ') };
}
