import { announcingFailure, deployFacts } from '../announce/announce.js';
import type { announceInputs, deploymentTokenInputs } from '../announce/announce-inputs.js';
import type { deployInputs, rollbackInputs } from '../deploy/deploy-inputs.js';
import { programSettings } from '../deploy/program-settings.js';
import { releaseState } from '../deploy/remember-release.js';
import { restoreUnlessVerified } from '../deploy/restore-unless-verified.js';
import type { Inputs } from '../inputs/index.js';
import type { hostsInputs, sshInputs } from '../inputs/shared-inputs.js';
import { savedState } from '../local/outside/actions-reporter.js';
import { githubContext } from '../local/outside/github-context.js';
import { systemClock } from '../local/outside/system-clock.js';
import { tarArchiver } from '../local/outside/tar-archiver.js';
import type { Reporter } from '../local/reporter.js';
import { rejectedVariable, verifiedVariable } from '../release/provisional.js';
import { withServers } from '../ssh/server-connection.js';
import { connectAnnouncers } from './connect-announcers.js';
import { serversOf } from './connect-server.js';

/** The inputs that the `post` step of every action that deploys has. */
export type DeployingInputs = Inputs<
  typeof sshInputs &
    typeof hostsInputs &
    typeof deployInputs &
    typeof rollbackInputs &
    typeof announceInputs &
    typeof deploymentTokenInputs
>;

/** The `post` step of every action that deploys: restores what ran before, unless the release is to stay. */
export async function restoreAtJobEnd(inputs: DeployingInputs, reporter: Reporter): Promise<void> {
  const context = githubContext();
  const { path, rollbackOn, jobStatus, githubToken } = inputs;
  const ports = { archiver: tarArchiver, clock: systemClock, reporter };
  const [releaseId, version] = [savedState(releaseState.id), savedState(releaseState.version)];
  const end = {
    release: releaseId,
    rejected: process.env[rejectedVariable] ?? '',
    verified: process.env[verifiedVariable] ?? '',
    rollbackOn,
    jobStatus,
  };
  const release = { ...context, path, releaseId, version, settings: programSettings(inputs) };
  const announcers = await connectAnnouncers(inputs, githubToken, { ...context, ...ports });
  const facts = deployFacts(inputs, { version, revision: context.sha }, context);
  await announcingFailure(announcers, facts, reporter, () =>
    withServers(serversOf(inputs), (servers) =>
      restoreUnlessVerified(end, release, servers, ports),
    ),
  );
}
