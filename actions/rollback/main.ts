import { announced } from '../../src/connect/connect-announcers.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { runAction } from '../../src/connect/run-action.js';
import { programSettings } from '../../src/deploy/program-settings.js';
import { reportDeployment } from '../../src/deploy/report-deployment.js';
import { registryAccount } from '../../src/inputs/registry-account.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { renderHistory } from '../../src/rollback/plan/history-table.js';
import { prepareRollbacks } from '../../src/rollback/prepare-rollback.js';
import { rollBack } from '../../src/rollback/roll-back.js';
import { settleInterrupted } from '../../src/server/settle-interrupted.js';
import { withServers } from '../../src/ssh/server-connection.js';
import { definition } from './definition.js';

/** Makes a former release live again. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const startedAt = systemClock.now();
    const { path, to, force } = inputs;
    const request = {
      ...context,
      ...{ path, to, force },
      registryAccount: registryAccount(inputs),
      settings: programSettings(inputs),
      startedAt,
    };
    const ports = { archiver: tarArchiver, clock: systemClock, reporter };
    await withServers(serversOf(inputs), async (servers) => {
      // What is live, and what came before it, is decided by what is left then.
      if (!inputs.dryRun)
        for (const server of servers) await settleInterrupted(server, path, reporter);
      const prepared = await prepareRollbacks(request, servers, ports);
      const { chosen, history, current } = prepared.first;
      if (inputs.dryRun) {
        reporter.summary(renderHistory(history, current));
        return;
      }
      const subject = chosen.target.record;
      const deployment = await announced(inputs, subject, context, ports, () =>
        rollBack(request, prepared, inputs.maxParallel, ports),
      );
      reportDeployment(deployment, context, inputs.host, startedAt, ports);
    });
  });
}
