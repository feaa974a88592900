import { announced } from '../../src/connect/connect-announcers.js';
import { connectCheckout } from '../../src/connect/connect-checkout.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { connectVerification } from '../../src/connect/connect-verification.js';
import { runAction } from '../../src/connect/run-action.js';
import { deployRelease } from '../../src/deploy/deploy-release.js';
import { deployRequest } from '../../src/deploy/deploy-request.js';
import { dryRun } from '../../src/deploy/dry-run.js';
import { prepareDeploy } from '../../src/deploy/prepare-deploy.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { restoreOnFailure } from '../../src/deploy/restore-unless-verified.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { verifyRelease } from '../../src/health/verify-release.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { imagesToAwait } from '../../src/release/images-to-await.js';
import { withServers } from '../../src/ssh/server-connection.js';
import { awaitRelease, pinnedImages } from '../../src/wait/await-release.js';
import { definition } from './definition.js';

/** Waits for the image, deploys it, verifies it; takes it back when it does not pass. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const startedAt = systemClock.now();
    const clock = systemClock;
    const { host, path, urls = [], platforms = [], revision, deep } = inputs;

    const awaited = imagesToAwait(inputs.images, context, inputs.mirror);
    const registry = connectRegistry(inputs, awaited.images[0]);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, clock);
    const ready = await awaitRelease(
      awaited,
      { platforms, revision, deep, timeoutSeconds: inputs.waitTimeout },
      { registry, github, clock, reporter },
    );

    const request = deployRequest(inputs, context, startedAt);
    const intent = await prepareDeploy(
      { ...request, images: pinnedImages(ready), release: awaited.release },
      { ...connectCheckout(inputs, context), registry, reporter },
    );
    await withServers(serversOf(inputs), async (servers) => {
      if (inputs.dryRun) return dryRun(intent, servers, reporter);
      const ports = { archiver: tarArchiver, clock, reporter };
      const deployment = await announced(inputs, intent, context, ports, async () => {
        const live = await deployRelease(intent, servers, inputs.maxParallel, ports);
        // What was live before this run is not this run's to take back.
        const releaseId = live.changed ? intent.releaseId : '';
        const verification = connectVerification(
          { ...inputs, urls, timeout: inputs.verifyTimeout },
          intent.revision,
          servers[0] && { connection: servers[0], path },
          reporter,
        );
        await restoreOnFailure(
          () => verifyRelease({ ...verification, release: releaseId }, ports),
          inputs.rollbackOn,
          { ...intent, releaseId },
          servers,
          ports,
        );
        return live;
      });
      reportDeployment(deployment, context, host, startedAt, ports);
    });
  });
}
