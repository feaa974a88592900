import { hasLeftNothing } from '../errors/index.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { withSignsOfLife } from '../server/signs-of-life.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { intentOn, type DeployIntent } from './plan/deploy-intent.js';
import { deployCompose } from './deploy-compose.js';
import { deployHosts } from './deploy-hosts.js';
import type { Deployment } from './deployment.js';
import { gaveWayVariable, withReleases, type JobReleases } from '../release/provisional.js';
import { finishRelease, forgetRelease, rememberRelease } from './remember-release.js';

/**
 * Deploys a release to its servers. It is provisional until the job has ended well: what later steps find
 * wanting, and what a cancelled job has not verified, `post` takes back.
 * @param job what its earlier steps have said of releases
 * @throws {DeployKitError} with the host state that the failure left
 */
export async function deployRelease(
  intent: DeployIntent,
  servers: readonly ServerConnection[],
  maxParallel: number,
  job: JobReleases,
  ports: Omit<ProgramPorts, 'server'>,
): Promise<Deployment> {
  const { releaseId } = intent;
  // Said before the start: `post` must know the release also when this process is killed.
  rememberRelease(intent, job, ports.reporter);
  const deployment = await withSignsOfLife(ports.clock, (watch) => {
    const release = {
      ...intent,
      deploy: async (own: ProgramPorts, isFirst: boolean) => {
        const there = intentOn(intent, own.server.name);
        // One database, one migration.
        const done = await deployCompose(isFirst ? there : { ...there, migration: undefined }, own);
        // From here on it waits for the others.
        if (done.changed && intent.settings.confirmWithinSeconds > 0)
          watch({ server: own.server, path: done.path, releases: [releaseId] });
        return done;
      },
    };
    return deployHosts(release, servers, maxParallel, ports);
  }).catch((error: unknown) => {
    if (hasLeftNothing(error)) forgetRelease(releaseId, job, ports.reporter);
    throw error;
  });
  finishRelease(ports.reporter);
  if (deployment.gaveWay)
    ports.reporter.exportVariable(gaveWayVariable, withReleases(job.gaveWay, releaseId));
  // What was live before this job is not this job's to take back.
  if (!deployment.changed) forgetRelease(releaseId, job, ports.reporter);
  return deployment;
}
