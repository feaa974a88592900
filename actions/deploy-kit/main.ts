import { announced } from '../../src/connect/connect-announcers.js';
import { connectCheckout } from '../../src/connect/connect-checkout.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { connectVerification } from '../../src/connect/connect-verification.js';
import { jobReleases } from '../../src/connect/job-releases.js';
import { runAction } from '../../src/connect/run-action.js';
import { confirmWithinOf } from '../../src/deploy/confirm-within.js';
import { deployRelease } from '../../src/deploy/deploy-release.js';
import { deployRequest } from '../../src/deploy/deploy-request.js';
import { dryRun } from '../../src/deploy/dry-run.js';
import { locateProject } from '../../src/deploy/locate-project.js';
import { prepareDeploy } from '../../src/deploy/prepare-deploy.js';
import { readServerEnv } from '../../src/deploy/read-server-env.js';
import { rememberConfirmed } from '../../src/deploy/remember-release.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { restoreOnFailure } from '../../src/deploy/restore-unless-verified.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { verifyRelease } from '../../src/health/verify-release.js';
import { verifyWatched } from '../../src/health/verify-watched.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { imagesToAwait } from '../../src/release/images-to-await.js';
import { watchedOn } from '../../src/server/signs-of-life.js';
import { withServers } from '../../src/ssh/server-connection.js';
import { awaitRelease, pinnedImages } from '../../src/wait/await-release.js';
import { definition } from './definition.js';

/** Waits for the image, deploys it, verifies it; takes it back when it does not pass. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const clock = systemClock;
    const startedAt = clock.now();
    const { host, path, urls = [], platforms = [], revision, deep } = inputs;
    const ports = { archiver: tarArchiver, clock, reporter };

    // What is wrong with these is said before anybody waits.
    const awaited = imagesToAwait(inputs.images, context, inputs.mirror);
    const checkout = connectCheckout(inputs, context);
    locateProject(inputs.composeFiles, checkout.root);
    await withServers(serversOf(inputs), async (servers) => {
      const [server] = servers.map((connection) => ({ connection, path }));
      const verification = connectVerification(
        { ...inputs, urls, timeout: inputs.verifyTimeout },
        awaited.release?.revision ?? context.sha,
        server,
        reporter,
      );
      const registry = connectRegistry(inputs, awaited.images[0]);
      const github = octokitGitHub(inputs.githubToken, context.apiUrl, clock);
      const ready = await awaitRelease(
        awaited,
        { platforms, revision, deep, timeoutSeconds: inputs.waitTimeout },
        { registry, github, clock, reporter },
      );
      const verifies = urls.length + (inputs.targets ?? []).length > 0;
      const confirmWithin = verifies ? confirmWithinOf(inputs) : inputs.confirmWithin;
      const request = deployRequest({ ...inputs, confirmWithin }, context, startedAt);
      const intent = await prepareDeploy(
        { ...request, images: pinnedImages(ready), release: awaited.release },
        {
          ...checkout,
          registry,
          envOnServer: (asked) => readServerEnv(servers, asked),
          reporter,
        },
      );
      if (inputs.dryRun) return dryRun(intent, servers, reporter);

      const deployment = await announced(inputs, intent, context, ports, async () => {
        const job = jobReleases();
        const live = await deployRelease(intent, servers, inputs.maxParallel, job, ports);
        // The run that has brought the newer one verifies it.
        if (live.gaveWay) return live;
        // What was live before this run is not this run's to take back.
        const releaseId = live.changed ? intent.releaseId : '';
        await restoreOnFailure(
          () =>
            verifyWatched(
              () => verifyRelease(verification, { ...job, making: releaseId }, ports),
              watchedOn(
                servers,
                path,
                (confirmWithin ?? 0) > 0 && releaseId !== '' ? [releaseId] : [],
              ),
              ports,
              () => {
                rememberConfirmed(reporter);
              },
            ),
          inputs.rollbackOn,
          { ...intent, releaseId },
          job,
          servers,
          ports,
        );
        return live;
      });
      reportDeployment(deployment, context, host, startedAt, ports);
    });
  });
}
