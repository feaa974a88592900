import { join } from 'node:path';
import { ageOf } from '../../src/env/outside/age-identities.js';
import { checkout } from '../../src/local/outside/checkout.js';
import { connectAnnouncers } from '../../src/connect/connect-announcers.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { connectServer, serversOf } from '../../src/connect/connect-server.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { announcing, deployFacts } from '../../src/announce/announce.js';
import { deployHosts, hostsDeploy, withServers } from '../../src/deploy/deploy-hosts.js';
import { deployRequest } from '../../src/deploy/deploy-request.js';
import { dryRun } from '../../src/deploy/dry-run.js';
import { locateProject, prepareDeploy } from '../../src/deploy/prepare-deploy.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { withServer } from '../../src/ssh/server-connection.js';
import { releaseVariable } from '../../src/deploy/plan/provisional.js';
import { definition } from './definition.js';

/** Deploys one release to one server and says what is live. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const started = systemClock.now();
    const root = checkout(context.workspace);
    const { folder, files } = locateProject(inputs.composeFiles, root);
    const intent = await reporter.group('Read what to deploy', () =>
      prepareDeploy(
        { ...deployRequest(inputs, context, started), composeFiles: files },
        { root, project: checkout(join(context.workspace, folder)) },
        connectRegistry(inputs, inputs.images?.[0]),
        { age: ageOf(inputs.ageKey), reporter },
      ),
    );
    if (inputs.dryRun) {
      const plan = await withServer(connectServer(inputs), (server) =>
        dryRun(intent, inputs.path, { server, reporter }),
      );
      reporter.info(plan);
      reporter.summary(plan);
      return;
    }
    // Said before the start: `post` must know the release also when this process is killed.
    reporter.saveState('release', intent.releaseId);
    reporter.saveState('version', intent.version);
    reporter.exportVariable(releaseVariable, intent.releaseId);

    const ports = { archiver: tarArchiver, clock: systemClock, reporter };
    const announcers = await connectAnnouncers(inputs, inputs.githubToken, {
      ...ports,
      apiUrl: context.apiUrl,
    });
    const facts = deployFacts(inputs, intent, context);
    const deployment = await announcing(announcers, facts, reporter, () =>
      withServers(serversOf(inputs), (servers) =>
        deployHosts(hostsDeploy(intent, inputs.path), servers, inputs.maxParallel, ports),
      ),
    );

    if (!deployment.changed) {
      // What was live before this job is not this job's to take back.
      reporter.saveState('release', '');
      reporter.exportVariable(releaseVariable, '');
    }
    const seconds = (systemClock.now().getTime() - started.getTime()) / 1000;
    reportDeployment(deployment, intent, { host: inputs.host, seconds }, reporter);
  });
}
