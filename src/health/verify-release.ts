import type { DeployKitError } from '../errors/index.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import {
  provisionalState,
  rejectedVariable,
  verifiedVariable,
  withoutRelease,
  withRelease,
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
  /** The release of this job that it is about; empty where there is none. */
  readonly release: string;
  /** What earlier verifications of the job have left in the variable of that name. */
  readonly verified: string;
  readonly rejected: string;
}

export interface VerifiedRelease {
  readonly verdicts: readonly HealthVerdict[];
  /** `undefined` when everything was healthy. */
  readonly failed: DeployKitError | undefined;
}

/**
 * Verifies a release, and tells the job's end whether it has passed.
 * @throws {DeployKitError} why it could not be verified
 */
export async function verifyRelease(
  { checks, patience, release, verified, rejected }: Verification,
  { clock, reporter }: { readonly clock: Clock; readonly reporter: Reporter },
): Promise<VerifiedRelease> {
  const tell = (variable: string, value: string): void => {
    if (release !== '') reporter.exportVariable(variable, value);
  };
  const reject = (): void => {
    tell(rejectedVariable, withRelease(rejected, release));
  };
  // What an earlier verification has said does not hold until this one has ended.
  tell(verifiedVariable, withoutRelease(verified, release));
  try {
    const verdicts = await reporter.group('Verify health', async () =>
      verifyHealth(await checks(), patience, clock, reporter),
    );
    if (verdicts.length > 0) reporter.summary(renderVerifySummary(verdicts));
    const failed = verificationFailure(verdicts, provisionalState(release));
    if (failed !== undefined) reject();
    else if (verdicts.length > 0) tell(verifiedVariable, withRelease(verified, release));
    return { verdicts, failed };
  } catch (error) {
    reject();
    throw error;
  }
}
