import { execProcesses } from '../../src/local/outside/exec-processes.js';
import { connectServer } from '../../src/connect/connect-server.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { networkOf } from '../../src/connect/network-of.js';
import { nodeHttpProbe } from '../../src/net/outside/node-http-probe.js';
import { nodeSocketProbe } from '../../src/net/outside/node-socket-probe.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import {
  checksOf,
  patienceOf,
  secretsIn,
  targetsOf,
} from '../../src/health/verification-request.js';
import { verifiedServer } from '../../src/health/verified-server.js';
import { verifyHealth } from '../../src/health/verify-health.js';
import { latencyOf } from '../../src/health/plan/latency.js';
import { verificationFailure } from '../../src/health/plan/verification-failure.js';
import { renderVerifySummary } from '../../src/health/plan/verify-summary.js';
import {
  provisionalState,
  rejectedVariable,
  releaseVariable,
} from '../../src/deploy/plan/provisional.js';
import { releaseOfEvent } from '../../src/release/release.js';
import { definition } from './definition.js';

/** Verifies that everything is as expected; else names the job's release as rejected. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const { event, sha } = githubContext();
    const revision = inputs.expectRevision && (releaseOfEvent(event)?.revision ?? sha);
    const targets = targetsOf(inputs.urls ?? [], inputs, revision ?? '');
    for (const secret of secretsIn(targets)) reporter.mask(secret);
    const { host, path = '.' } = inputs;
    const connection = host === undefined ? undefined : connectServer({ ...inputs, host });
    const network = networkOf(inputs);
    try {
      const checks = await checksOf(targets, inputs, {
        http: nodeHttpProbe(network),
        sockets: nodeSocketProbe(network),
        processes: execProcesses,
        server: connection && verifiedServer(connection, path),
      });
      const verdicts = await reporter.group('Verify health', () =>
        verifyHealth(checks, patienceOf(inputs), systemClock, reporter),
      );
      const latency = latencyOf(verdicts.flatMap(({ latencies }) => latencies));
      reporter.output('seconds', Math.max(...verdicts.map(({ seconds }) => seconds)).toFixed(1));
      reporter.output(
        'attempts',
        String(verdicts.reduce((sum, { attempts }) => sum + attempts, 0)),
      );
      reporter.output('p95', latency === undefined ? '' : String(Math.round(latency.p95 * 1000)));
      reporter.summary(renderVerifySummary(verdicts));

      const release = process.env[releaseVariable];
      const failed = verificationFailure(verdicts, provisionalState(release));
      if (failed === undefined) return;
      if (release !== undefined) reporter.exportVariable(rejectedVariable, release);
      throw failed;
    } finally {
      connection?.drop();
    }
  });
}
