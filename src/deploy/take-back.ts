import { randomBytes } from 'node:crypto';
import { DeployKitError, type HostState } from '../errors/index.js';
import { checkServer } from '../server/plan/check-server.js';
import { programHead, type ProgramSettings } from '../server/plan/program-head.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { runPlan } from '../server/run-plan.js';
import { accountEntries, type RegistryLogin } from './plan/registry-login.js';
import { planTakeBack } from './plan/take-back-plan.js';

/** A release that is not to stay, and what the journal says of it. */
export interface RejectedRelease {
  readonly releaseId: string;
  readonly reason: string;
  /** The deploy folder as it was given. */
  readonly path: string;
  readonly version: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly settings: ProgramSettings;
  /** What the images of what ran before are pulled with, where they are gone. */
  readonly login: RegistryLogin | undefined;
}

/**
 * Restores what ran before a release on one server, also where its program is still at work. From the start of
 * its own program on the server needs nobody any more.
 * @returns the release that is live again, empty where none of ours is; `undefined` when there was nothing to
 * take back, because it failed by itself or another one followed
 * @throws {DeployKitError} why it could not be taken back, with why it was to be
 */
export async function takeBack(
  rejected: RejectedRelease,
  ports: ProgramPorts,
): Promise<string | undefined> {
  const { reporter, server } = ports;
  const { releaseId: release, path } = rejected;
  const folder = `.deploy-kit/releases/${release}`;
  // The upload's last act is to take `.part` from the name: asked for in this order, one of them is seen.
  const facts = await probeServer(server, path, [`${folder}.part`, folder]).catch(
    (error: unknown) => {
      throw stillThere(error, rejected, {
        state: 'unknown',
        why: `release ${release} may be live.`,
      });
    },
  );
  const ready = checkServer(facts, server.name);
  const isLive = ready.current === release;
  const hasArrived = ready.existing.has(folder) || ready.existing.has(`${folder}.part`);
  const sayNothingToDo = (): void => {
    reporter.info(`Release ${release} is not live: nothing to take back`);
  };
  if (!isLive && !hasArrived) {
    sayNothingToDo();
    return undefined;
  }
  const head = programHead({ ...rejected, kind: 'take-back', revision: '' }, ready);
  const attempt = randomBytes(2).toString('hex');
  try {
    const { outcome, live } = await runPlan(planTakeBack(head, release, attempt), ports, {
      entries: accountEntries(rejected.login),
      base: '',
    });
    if (outcome !== 'same' || isLive) return live;
    sayNothingToDo();
    return undefined;
  } catch (error) {
    if (error instanceof DeployKitError && error.entry === 'release-superseded') {
      if (isLive) throw error;
      sayNothingToDo();
      return undefined;
    }
    throw stillThere(
      error,
      rejected,
      isLive
        ? { state: 'new-release', release }
        : { state: 'unknown', why: `release ${release} may come live.` },
    );
  }
}

/** An error that says nothing of the server leaves it as it was: with the release that was to go. */
function stillThere(error: unknown, { reason }: RejectedRelease, left: HostState): unknown {
  if (!(error instanceof DeployKitError)) return error;
  const hostState = error.hostState.state === 'unchanged' ? left : error.hostState;
  return error.leaving(hostState, [`It was to be taken back: ${reason}`]);
}
