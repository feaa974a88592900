import { join } from 'node:path';
import { ageOf } from '../../src/env/outside/age-identities.js';
import { checkout } from '../../src/local/outside/checkout.js';
import { connectAnnouncers } from '../../src/connect/connect-announcers.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { execProcesses } from '../../src/local/outside/exec-processes.js';
import { networkOf } from '../../src/connect/network-of.js';
import { nodeHttpProbe } from '../../src/net/outside/node-http-probe.js';
import { nodeSocketProbe } from '../../src/net/outside/node-socket-probe.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { announcing, deployFacts } from '../../src/announce/announce.js';
import { unchanged } from '../../src/errors/index.js';
import {
  deployHosts,
  hostsDeploy,
  rejectOnHosts,
  withServers,
} from '../../src/deploy/deploy-hosts.js';
import { deployRequest } from '../../src/deploy/deploy-request.js';
import { locateProject, prepareDeploy } from '../../src/deploy/prepare-deploy.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import {
  checksOf,
  patienceOf,
  secretsIn,
  targetsOf,
} from '../../src/health/verification-request.js';
import { verifiedServer } from '../../src/health/verified-server.js';
import { verifyHealth } from '../../src/health/verify-health.js';
import { waitForImages } from '../../src/wait/wait-for-image.js';
import { watchingBuild } from '../../src/wait/watch-build.js';
import { imagesToAwait } from '../../src/release/images-to-await.js';
import { describeFaults, verificationFailure } from '../../src/health/plan/verification-failure.js';
import { renderVerifySummary } from '../../src/health/plan/verify-summary.js';
import { definition } from './definition.js';

/** Waits for the image, deploys it, verifies it; takes it back when it does not pass. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const started = systemClock.now();
    const root = checkout(context.workspace);
    const { folder, files } = locateProject(inputs.composeFiles, root);

    const { images, release } = imagesToAwait(inputs.images, context);
    const registry = connectRegistry(inputs, images[0]);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const clock = systemClock;
    const waits = images.map((image) => ({
      image,
      platforms: [],
      timeoutSeconds: inputs.waitTimeout,
    }));
    await reporter.group('Wait for the image', () =>
      watchingBuild(release, { github, clock, reporter }, (build) =>
        waitForImages(waits, { registry, build, clock, reporter }),
      ),
    );

    const intent = await reporter.group('Read what to deploy', () =>
      prepareDeploy(
        { ...deployRequest(inputs, context, started), composeFiles: files },
        { root, project: checkout(join(context.workspace, folder)) },
        registry,
        { age: ageOf(inputs.ageKey), reporter },
      ),
    );
    const verification = { ...inputs, timeout: inputs.verifyTimeout };
    const targets = targetsOf(inputs.urls ?? [], verification, intent.revision);
    for (const secret of secretsIn(targets)) reporter.mask(secret);
    const announcers = await connectAnnouncers(inputs, inputs.githubToken, {
      apiUrl: context.apiUrl,
      clock,
      reporter,
    });
    const facts = deployFacts(inputs, intent, context);
    const deployment = await announcing(announcers, facts, reporter, () =>
      withServers(serversOf(inputs), async (servers) => {
        const ports = { archiver: tarArchiver, clock: systemClock, reporter };
        const release = hostsDeploy(intent, inputs.path);
        const live = await deployHosts(release, servers, inputs.maxParallel, ports);
        const [first] = servers;
        const network = networkOf(inputs);
        const checks = await checksOf(targets, verification, {
          http: nodeHttpProbe(network),
          sockets: nodeSocketProbe(network),
          processes: execProcesses,
          server: first && verifiedServer(first, inputs.path),
        });
        const verdicts = await reporter.group('Verify health', () =>
          verifyHealth(checks, patienceOf(verification), systemClock, reporter),
        );
        if (verdicts.length > 0) reporter.summary(renderVerifySummary(verdicts));
        const reason = describeFaults(verdicts);
        // What was live before this run is not this run's to take back.
        const failed = verificationFailure(verdicts, unchanged);
        if (failed !== undefined && !live.changed) throw failed;
        if (reason !== undefined) {
          await rejectOnHosts(
            {
              ...inputs,
              ...context,
              settings: intent.settings,
              // This run's own: a server that had it before runs it under another id, and keeps it.
              release: intent.releaseId,
              version: live.version,
              reason,
            },
            servers,
            ports,
          );
          // Somebody deployed over it meanwhile: it did not pass all the same.
          throw failed ?? new Error(reason);
        }
        return live;
      }),
    );

    const seconds = (systemClock.now().getTime() - started.getTime()) / 1000;
    reportDeployment(deployment, intent, { host: inputs.host, seconds }, reporter);
  });
}
