import type { Reporter } from '../local/reporter.js';
import { releaseVariable } from '../release/provisional.js';

/** Under these names `post` finds the release that `main` was making. */
export const releaseState = { id: 'release', version: 'version' } as const;

/** Tells the action's own `post` and the later steps of the job which release this job is making. */
export function rememberRelease(
  { releaseId, version }: { readonly releaseId: string; readonly version: string },
  reporter: Reporter,
): void {
  reporter.saveState(releaseState.id, releaseId);
  reporter.saveState(releaseState.version, version);
  reporter.exportVariable(releaseVariable, releaseId);
}

/** There is nothing that the rest of this job could take back. */
export function forgetRelease(reporter: Reporter): void {
  reporter.saveState(releaseState.id, '');
  reporter.exportVariable(releaseVariable, '');
}
