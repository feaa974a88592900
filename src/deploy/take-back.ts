import { DeployKitError } from '../errors/index.js';
import { checkServer } from '../server/plan/check-server.js';
import { programHead, type ProgramSettings } from '../server/plan/program-head.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { runPlan } from '../server/run-plan.js';
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
}

/**
 * Restores what ran before a release on one server, also where its program is still at work. From the start of
 * its own program on the server needs nobody any more.
 * @returns the release that is live again, empty where none of ours is; `undefined` when there was nothing to
 * take back, because it failed by itself or another one followed
 * @throws {DeployKitError} why it could not be taken back
 */
export async function takeBack(
  rejected: RejectedRelease,
  ports: ProgramPorts,
): Promise<string | undefined> {
  const { reporter, server } = ports;
  const { releaseId: release, path } = rejected;
  const folder = `.deploy-kit/releases/${release}`;
  const facts = await probeServer(server, path, [folder, `${folder}.part`]);
  const ready = checkServer(facts, server.name);
  const isLive = ready.current === release;
  const hasArrived = ready.existing.has(folder) || ready.existing.has(`${folder}.part`);
  const sayNothingToDo = (live: string): void => {
    reporter.info(`Release ${release} is not live (${live} is): nothing to take back`);
  };
  if (!isLive && !hasArrived) {
    sayNothingToDo(ready.current ?? 'none of ours');
    return undefined;
  }
  const head = programHead({ ...rejected, kind: 'take-back', revision: '' }, ready);
  try {
    return (await runPlan(planTakeBack(head, release), ports)).live;
  } catch (error) {
    // It was not live before either: then it has only been seen that no program makes it so.
    if (isLive || !(error instanceof DeployKitError) || error.entry !== 'release-superseded')
      throw error;
    sayNothingToDo('what ran before');
    return undefined;
  }
}
