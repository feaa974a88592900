import { announcingFailure, deployFacts } from '../announce/announce.js';
import type { announceInputs, deploymentTokenInputs } from '../announce/announce-inputs.js';
import type { deployInputs, rollbackInputs } from '../deploy/deploy-inputs.js';
import { loginFor } from '../deploy/plan/registry-login.js';
import { programSettings } from '../deploy/program-settings.js';
import { releaseState } from '../deploy/remember-release.js';
import { rejectRelease } from '../deploy/reject-release.js';
import { restoreUnlessVerified } from '../deploy/restore-unless-verified.js';
import type { Inputs } from '../inputs/index.js';
import { registryAccount } from '../inputs/registry-account.js';
import type { hostsInputs, registryAccountInputs, sshInputs } from '../inputs/shared-inputs.js';
import { savedState } from '../local/outside/actions-reporter.js';
import { githubContext } from '../local/outside/github-context.js';
import { systemClock } from '../local/outside/system-clock.js';
import { tarArchiver } from '../local/outside/tar-archiver.js';
import type { Reporter } from '../local/reporter.js';
import { confirmEverywhere } from '../server/confirm-release.js';
import { watchedOn } from '../server/signs-of-life.js';
import { withServers } from '../ssh/server-connection.js';
import { connectAnnouncers } from './connect-announcers.js';
import { serversOf } from './connect-server.js';
import { jobReleases } from './job-releases.js';

/** The inputs that the `post` step of every action that deploys has. */
export type DeployingInputs = Inputs<
  typeof sshInputs &
    typeof hostsInputs &
    typeof registryAccountInputs &
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
  const { rejected, verified } = jobReleases();
  const unfinished = savedState(releaseState.unfinished) !== '';
  const end = { release: releaseId, rejected, verified, unfinished, rollbackOn, jobStatus };
  const takeBackFor = async (reason: string): Promise<void> => {
    const settings = programSettings(inputs);
    const login = loginFor(registryAccount(inputs), savedState(releaseState.registry) || undefined);
    const release = { ...context, path, releaseId, version, settings, login, reason };
    const announcers = await connectAnnouncers(inputs, githubToken, { ...context, ...ports });
    const facts = deployFacts(inputs, { version, revision: context.sha }, context);
    await announcingFailure(announcers, facts, reporter, () =>
      withServers(serversOf(inputs, { wasReached: true }), (servers) =>
        rejectRelease(release, servers, ports),
      ),
    );
  };
  const confirm = async (): Promise<void> => {
    if (savedState(releaseState.confirm) === '') return;
    await withServers(serversOf(inputs, { wasReached: true }), (servers) =>
      confirmEverywhere(watchedOn(servers, path, [releaseId]), reporter),
    );
  };
  await restoreUnlessVerified(end, reporter, takeBackFor, confirm);
}
