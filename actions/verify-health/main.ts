import { nodeHttpProbe } from '../../src/adapters/node-http-probe.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { verifyHealth } from '../../src/apply/verify-health.js';
import { verificationOf } from '../../src/apply/verification-request.js';
import { provisionalState, rejectedVariable, releaseVariable } from '../../src/plan/provisional.js';
import { verificationFailure } from '../../src/plan/verification-failure.js';
import { renderVerifySummary } from '../../src/plan/verify-summary.js';
import { definition } from './definition.js';

/** Verifies that the URLs answer as expected; else names the job's release as rejected. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const verification = verificationOf(inputs.urls, inputs);
    const verdicts = await reporter.group('Verify health', () =>
      verifyHealth(verification, nodeHttpProbe, systemClock, reporter),
    );
    reporter.output('seconds', Math.max(...verdicts.map(({ seconds }) => seconds)).toFixed(1));
    reporter.output('attempts', String(verdicts.reduce((sum, { attempts }) => sum + attempts, 0)));
    reporter.summary(renderVerifySummary(verdicts));

    const release = process.env[releaseVariable];
    const failed = verificationFailure(verdicts, verification.expected, provisionalState(release));
    if (failed === undefined) return;
    if (release !== undefined) reporter.exportVariable(rejectedVariable, release);
    throw failed;
  });
}
