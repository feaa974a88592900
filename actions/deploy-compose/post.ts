import { savedState } from '../../src/adapters/actions-reporter.js';
import { connectServer } from '../../src/adapters/connect-server.js';
import { githubContext } from '../../src/adapters/github-context.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { tarArchiver } from '../../src/adapters/tar-archiver.js';
import { programSettings } from '../../src/apply/deploy-request.js';
import { rejectRelease } from '../../src/apply/reject-release.js';
import { withServer } from '../../src/ports/server-connection.js';
import { rejectedVariable } from '../../src/plan/provisional.js';
import { rejectionReason } from '../../src/plan/rejection.js';
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
    const { actor, runUrl } = githubContext();
    const version = savedState('version');
    await withServer(connectServer(inputs), (server) =>
      rejectRelease(
        { ...inputs, settings: programSettings(inputs), release, reason, version, actor, runUrl },
        { server, archiver: tarArchiver, clock: systemClock, reporter },
      ),
    );
  });
}
