import { announced } from '../../src/connect/connect-announcers.js';
import { connectCheckout } from '../../src/connect/connect-checkout.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { jobReleases } from '../../src/connect/job-releases.js';
import { runAction } from '../../src/connect/run-action.js';
import { deployRelease } from '../../src/deploy/deploy-release.js';
import { deployRequest } from '../../src/deploy/deploy-request.js';
import { dryRun } from '../../src/deploy/dry-run.js';
import { prepareDeploy } from '../../src/deploy/prepare-deploy.js';
import { readServerEnv } from '../../src/deploy/read-server-env.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { withServers } from '../../src/ssh/server-connection.js';
import { definition } from './definition.js';

/** Deploys one release to its servers and says what is live. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const startedAt = systemClock.now();
    const ports = { archiver: tarArchiver, clock: systemClock, reporter };
    await withServers(serversOf(inputs), async (servers) => {
      const intent = await prepareDeploy(deployRequest(inputs, context, startedAt), {
        ...connectCheckout(inputs, context),
        registry: connectRegistry(inputs, inputs.images?.[0]),
        envOnServer: (asked) => readServerEnv(servers, asked),
        reporter,
      });
      if (inputs.dryRun) return dryRun(intent, servers, reporter);
      const deployment = await announced(inputs, intent, context, ports, () =>
        deployRelease(intent, servers, inputs.maxParallel, jobReleases(), ports),
      );
      reportDeployment(deployment, context, inputs.host, startedAt, ports);
    });
  });
}
