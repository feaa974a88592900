import type { DeployKitError } from '../errors/index.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import {
  provisionalState,
  rejectedVariable,
  verifiedVariable,
  withoutReleases,
  withReleases,
  type JobReleases,
} from '../release/provisional.js';
import type { HealthCheck } from './health-check.js';
import { verificationFailure } from './plan/verification-failure.js';
import { renderVerifySummary } from './plan/verify-summary.js';
import type { HealthVerdict } from './plan/verdict.js';
import { verifyHealth, type Patience } from './verify-health.js';

/** What must be healthy, and for how long it is looked at. */
export interface Verification {
  /** Made when the verification begins: some need the server as it is then. */
  readonly checks: () => Promise<readonly HealthCheck[]>;
  readonly patience: Patience;
}

export interface VerifiedRelease {
  readonly verdicts: readonly HealthVerdict[];
  /** `undefined` when everything was healthy. */
  readonly failed: DeployKitError | undefined;
}

/**
 * Verifies the releases that the job is making, and tells the job's end whether they have passed. They count as
 * rejected until then: what ends without a word has not passed.
 * @throws {DeployKitError} why they could not be verified
 */
export async function verifyRelease(
  { checks, patience }: Verification,
  { making, rejected, verified, gaveWay }: JobReleases,
  { clock, reporter }: { readonly clock: Clock; readonly reporter: Reporter },
): Promise<VerifiedRelease> {
  if (making === '' && gaveWay !== '') {
    reporter.info(`A newer release than ${gaveWay} is live: there is nothing to verify`);
    return { verdicts: [], failed: undefined };
  }
  const tell = (variable: string, value: string): void => {
    if (making !== '') reporter.exportVariable(variable, value);
  };
  tell(verifiedVariable, withoutReleases(verified, making));
  tell(rejectedVariable, withReleases(rejected, making));
  const verdicts = await reporter.group('Verify health', async () =>
    verifyHealth(await checks(), patience, clock, reporter),
  );
  if (verdicts.length > 0) reporter.summary(renderVerifySummary(verdicts));
  const failed = verificationFailure(verdicts, provisionalState(making));
  // What an earlier verification has rejected stays rejected.
  if (failed === undefined) tell(rejectedVariable, rejected);
  if (failed === undefined && verdicts.length > 0)
    tell(verifiedVariable, withReleases(verified, making));
  return { verdicts, failed };
}
