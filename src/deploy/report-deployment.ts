import type { HostAddress } from '../inputs/host-address.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { Deployment } from './deployment.js';
import { renderDeploySummary, type DeployOrigin } from './plan/deploy-summary.js';

/** Says what is live: outputs, job summary, log. */
export function reportDeployment(
  deployment: Deployment,
  origin: DeployOrigin,
  host: HostAddress,
  startedAt: Date,
  { clock, reporter }: { readonly clock: Clock; readonly reporter: Reporter },
): void {
  const { releaseId, version, previous, changed, gaveWay, journal } = deployment;
  const seconds = (clock.now().getTime() - startedAt.getTime()) / 1000;
  reporter.output('release', releaseId);
  reporter.output('version', gaveWay ? '' : version);
  reporter.output('previous', previous);
  reporter.output('changed', String(changed));
  reporter.output('journal', journal);
  reporter.output('seconds', seconds.toFixed(1));
  reporter.summary(renderDeploySummary(deployment, origin, { host, seconds }));
  if (gaveWay)
    reporter.notice(
      'A newer release is live',
      `${version} was not deployed: ${releaseId} is live on ${host.host}, was made later, and this run came too late. To go back to ${version} all the same, run this job again, or use the rollback action.`,
    );
  reporter.info(
    changed
      ? `Release ${releaseId} is live on ${host.host}`
      : `Unchanged: release ${releaseId} is live on ${host.host}${gaveWay ? '' : ' and has everything already'}`,
  );
}
