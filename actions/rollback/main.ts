import { connectAnnouncers } from '../../src/connect/connect-announcers.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { announcing, deployFacts } from '../../src/announce/announce.js';
import { deployHosts, withServers } from '../../src/deploy/deploy-hosts.js';
import { programSettings } from '../../src/deploy/deploy-request.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { prepareRollbacks, rollBack } from '../../src/rollback/roll-back.js';
import { registryAccount } from '../../src/inputs/registry-account.js';
import { renderHistory } from '../../src/rollback/plan/history-table.js';
import { definition } from './definition.js';

/** Makes a former release live again. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const { actor, runUrl } = context;
    const startedAt = systemClock.now();
    const request = {
      to: inputs.to,
      path: inputs.path,
      force: inputs.force,
      registryAccount: registryAccount(inputs),
      lockTimeoutSeconds: inputs.lockTimeout,
      settings: programSettings(inputs),
      actor,
      runUrl,
      startedAt,
    };
    await withServers(serversOf(inputs), async (servers) => {
      const ports = { archiver: tarArchiver, clock: systemClock, reporter };
      const prepared = await prepareRollbacks(request, servers, ports);
      const { first } = prepared;
      const { record } = first.chosen.target;
      if (inputs.dryRun) {
        reporter.summary(renderHistory(first.history, first.current));
        return;
      }
      const announcers = await connectAnnouncers(inputs, inputs.githubToken, {
        ...ports,
        apiUrl: context.apiUrl,
      });
      const facts = deployFacts(inputs, record, context);
      const deployment = await announcing(announcers, facts, reporter, () =>
        deployHosts(
          {
            ...request,
            version: record.version,
            deploy: (own) => rollBack(request, prepared, own),
          },
          servers,
          inputs.maxParallel,
          ports,
        ),
      );
      const seconds = (systemClock.now().getTime() - startedAt.getTime()) / 1000;
      reportDeployment(deployment, { actor, runUrl }, { host: inputs.host, seconds }, reporter);
    });
  });
}
