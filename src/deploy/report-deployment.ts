import { renderDeploySummary, type DeployOrigin, type DeployPlace } from './plan/deploy-summary.js';
import type { Reporter } from '../local/reporter.js';
import type { Deployment } from './deploy-compose.js';

/** Says what is live: outputs, job summary, log. */
export function reportDeployment(
  deployment: Deployment,
  origin: DeployOrigin,
  place: DeployPlace,
  reporter: Reporter,
): void {
  const { releaseId, version, previous, changed, journal } = deployment;
  reporter.output('release', releaseId);
  reporter.output('version', version);
  reporter.output('previous', previous);
  reporter.output('changed', String(changed));
  reporter.output('journal', journal);
  reporter.output('seconds', place.seconds.toFixed(1));
  reporter.summary(renderDeploySummary(deployment, origin, place));
  reporter.info(
    changed
      ? `Release ${releaseId} is live on ${place.host.host}`
      : `Unchanged: release ${releaseId} is live on ${place.host.host} and has everything already`,
  );
}
