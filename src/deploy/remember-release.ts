import type { Reporter } from '../local/reporter.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { accountRegistry } from './plan/registry-login.js';
import {
  makingAnother,
  releaseVariable,
  withoutReleases,
  type JobReleases,
} from '../release/provisional.js';

/** Under these names `post` finds the release that `main` was making. */
export const releaseState = {
  id: 'release',
  version: 'version',
  registry: 'registry',
  /** Not empty where the release goes back by itself unless the end of the job confirms it. */
  confirm: 'confirm',
  /** Not empty until the deploy has ended well on each server: what a failed or killed `main` has left is not known. */
  unfinished: 'unfinished',
} as const;

/** Tells the action's own `post` and the later steps of the job which release this job is making. */
export function rememberRelease(
  {
    releaseId,
    version,
    images,
    settings,
  }: Pick<DeployIntent, 'releaseId' | 'version' | 'images' | 'settings'>,
  job: JobReleases,
  reporter: Reporter,
): void {
  reporter.saveState(releaseState.id, releaseId);
  reporter.saveState(releaseState.version, version);
  reporter.saveState(releaseState.registry, accountRegistry(images) ?? '');
  if (settings.confirmWithinSeconds > 0) reporter.saveState(releaseState.confirm, 'yes');
  reporter.saveState(releaseState.unfinished, 'yes');
  reporter.exportVariable(releaseVariable, makingAnother(job, releaseId));
}

/** It is confirmed on every server: nothing of it is left to do for the job's end, unless it is rejected after all. */
export function rememberConfirmed(reporter: Pick<Reporter, 'saveState'>): void {
  reporter.saveState(releaseState.confirm, '');
}

/** The release is live on each of its servers. */
export function finishRelease(reporter: Reporter): void {
  reporter.saveState(releaseState.unfinished, '');
}

/** There is nothing of that release that the rest of this job could take back. */
export function forgetRelease(releaseId: string, job: JobReleases, reporter: Reporter): void {
  reporter.saveState(releaseState.id, '');
  reporter.exportVariable(releaseVariable, withoutReleases(job.making, releaseId));
}
