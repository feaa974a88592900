import { connectServer } from '../../src/connect/connect-server.js';
import { connectVerification } from '../../src/connect/connect-verification.js';
import { jobReleases } from '../../src/connect/job-releases.js';
import { runAction } from '../../src/connect/run-action.js';
import { latencyOf } from '../../src/health/plan/latency.js';
import { verifyRelease } from '../../src/health/verify-release.js';
import { verifyWatched } from '../../src/health/verify-watched.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { releasesIn } from '../../src/release/provisional.js';
import { releaseOfEvent } from '../../src/release/release.js';
import { settleInterrupted } from '../../src/server/settle-interrupted.js';
import { watchedOn } from '../../src/server/signs-of-life.js';
import { withServers } from '../../src/ssh/server-connection.js';
import { definition } from './definition.js';

/** Verifies that everything is as expected; else names the job's release as rejected. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const { event, sha } = githubContext();
    const { urls = [], host, path = '.', expectRevision } = inputs;
    const revision = expectRevision && (releaseOfEvent(event)?.revision ?? sha);
    const servers = host === undefined ? [] : [connectServer({ ...inputs, host })];
    await withServers(servers, async (connected) => {
      const [connection] = connected;
      if (connection !== undefined && inputs.path !== undefined)
        await settleInterrupted(connection, path, reporter);
      const server = connection && { connection, path };
      const verification = connectVerification(
        { ...inputs, urls },
        revision ?? '',
        server,
        reporter,
      );
      const ports = { clock: systemClock, reporter };
      const job = jobReleases();
      const { verdicts, failed } = await verifyWatched(
        () => verifyRelease(verification, job, ports),
        watchedOn(connected, path, releasesIn(job.making)),
        ports,
      );

      const latency = latencyOf(verdicts.flatMap(({ latencies }) => latencies));
      const attempts = verdicts.reduce((sum, verdict) => sum + verdict.attempts, 0);
      reporter.output('seconds', Math.max(0, ...verdicts.map(({ seconds }) => seconds)).toFixed(1));
      reporter.output('attempts', String(attempts));
      reporter.output('p95', latency === undefined ? '' : String(Math.round(latency.p95 * 1000)));
      if (failed !== undefined) throw failed;
    });
  });
}
