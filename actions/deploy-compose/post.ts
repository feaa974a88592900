import { savedState } from '../../src/local/outside/actions-reporter.js';
import { connectAnnouncers } from '../../src/connect/connect-announcers.js';
import { serversOf } from '../../src/connect/connect-server.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { announcingFailure, deployFacts } from '../../src/announce/announce.js';
import { programSettings } from '../../src/deploy/deploy-request.js';
import { rejectOnHosts, withServers } from '../../src/deploy/deploy-hosts.js';
import { rejectedVariable } from '../../src/deploy/plan/provisional.js';
import { rejectionReason } from '../../src/deploy/plan/rejection.js';
import { definition } from './definition.js';

/** At the end of the job: restores what ran before when a later step found the release wanting. */
export async function post(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const release = savedState('release');
    const reason = rejectionReason({
      release,
      rejected: process.env[rejectedVariable],
      rollbackOn: inputs.rollbackOn,
      jobStatus: inputs.jobStatus,
    });
    if (reason === undefined) {
      if (release !== '') reporter.info(`Release ${release} stays`);
      return;
    }
    const context = githubContext();
    const { actor, runUrl } = context;
    const version = savedState('version');
    const ports = { archiver: tarArchiver, clock: systemClock, reporter };
    const announcers = await connectAnnouncers(inputs, inputs.githubToken, {
      ...ports,
      apiUrl: context.apiUrl,
    });
    const facts = deployFacts(inputs, { version, revision: context.sha }, context);
    await announcingFailure(announcers, facts, reporter, () =>
      withServers(serversOf(inputs), (servers) =>
        rejectOnHosts(
          { ...inputs, settings: programSettings(inputs), release, reason, version, actor, runUrl },
          servers,
          ports,
        ),
      ),
    );
  });
}
