import { randomBytes } from 'node:crypto';
import { DeployKitError, failure, type HostState } from '../errors/index.js';
import { checkServer, type ReadyServer } from '../server/plan/check-server.js';
import { programHead, type ProgramSettings } from '../server/plan/program-head.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { readHistory } from '../server/read-history.js';
import { runPlan } from '../server/run-plan.js';
import type { ServerConnection } from '../ssh/server-connection.js';
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

/** How often it is begun at most. */
const mostTries = 3;

/** What ended its program from outside, or kept it away, does not speak against another one. */
const passing: ReadonlySet<string> = new Set(['upload-failed', 'program-ended-early']);

/**
 * Restores what ran before a release on one server, also where its program is still at work. From the start of
 * its own program on the server needs nobody any more; where that one is ended from outside, another one follows.
 * @returns the release that is live again, empty where none of ours is; `undefined` when there was nothing to
 * take back, because it failed by itself or another one followed
 * @throws {DeployKitError} why it could not be taken back, with why it was to be
 */
export async function takeBack(
  rejected: RejectedRelease,
  ports: ProgramPorts,
): Promise<string | undefined> {
  const { releaseId } = rejected;
  let wasLive = false;
  for (let tries = 1; ; tries += 1) {
    const { ready, hasArrived } = await findRelease(rejected, ports);
    wasLive ||= ready.current === releaseId;
    try {
      const live =
        hasArrived || wasLive ? await runTakeBack(rejected, ready, wasLive, ports) : undefined;
      if (live === undefined)
        ports.reporter.info(`Release ${releaseId} is not live: nothing to take back`);
      return live;
    } catch (error) {
      if (!(error instanceof DeployKitError) || !passing.has(error.entry) || tries >= mostTries)
        throw error;
      ports.reporter.info(`${error.message} The release is taken back once more …`);
    }
  }
}

/** For how long Docker's engine is waited for, which starts after the SSH server does. */
const engineSeconds = 120;

async function findRelease(
  rejected: RejectedRelease,
  { server, clock, reporter }: ProgramPorts,
): Promise<{ readonly ready: ReadyServer; readonly hasArrived: boolean }> {
  const { releaseId, path } = rejected;
  const folder = `.deploy-kit/releases/${releaseId}`;
  const deadline = clock.now().getTime() + engineSeconds * 1000;
  for (;;) {
    try {
      // The upload's last act is to take `.part` from the name: asked for in this order, one of them is seen.
      const facts = await probeServer(server, path, [`${folder}.part`, folder]);
      const ready = checkServer(facts, server.name);
      const isThere = ready.existing.has(folder) || ready.existing.has(`${folder}.part`);
      return { ready, hasArrived: isThere || (await wasThere(releaseId, ready, server)) };
    } catch (error) {
      const mayStart = error instanceof DeployKitError && error.entry === 'docker-not-running';
      if (!mayStart || clock.now().getTime() >= deadline)
        throw stillThere(error, rejected, {
          state: 'unknown',
          why: `release ${releaseId} may be live.`,
        });
      reporter.info(`${error.message} Looking again …`);
      await clock.sleep(5);
    }
  }
}

/** Whether the release was live, and is not kept any more: it is rejected all the same. */
async function wasThere(
  releaseId: string,
  ready: ReadyServer,
  server: ServerConnection,
): Promise<boolean> {
  const { journal } = await readHistory(server, ready);
  return journal.some(({ release }) => release === releaseId);
}

async function runTakeBack(
  rejected: RejectedRelease,
  ready: ReadyServer,
  wasLive: boolean,
  ports: ProgramPorts,
): Promise<string | undefined> {
  const { releaseId: release } = rejected;
  const head = programHead({ ...rejected, kind: 'take-back', revision: '' }, ready);
  const attempt = randomBytes(2).toString('hex');
  try {
    const { outcome, live, reason } = await runPlan(planTakeBack(head, release, attempt), ports, {
      entries: accountEntries(rejected.login),
      base: '',
    });
    const [, good] = /^rejected (.*)$/.exec(reason ?? '') ?? [];
    if (good !== undefined) throw rejectedToo(release, live, good);
    return outcome !== 'same' || wasLive ? live : undefined;
  } catch (error) {
    if (error instanceof DeployKitError && error.entry === 'release-superseded') {
      if (wasLive) throw error;
      return undefined;
    }
    throw stillThere(
      error,
      rejected,
      wasLive
        ? { state: 'new-release', release }
        : { state: 'unknown', why: `release ${release} may come live.` },
    );
  }
}

/** @param good the newest release that nobody has rejected; empty where there is none */
function rejectedToo(release: string, live: string, good: string): DeployKitError {
  const way = good === '' ? 'deploy a release that is good' : `roll back with \`to: ${good}\``;
  const hostState: HostState = { state: 'restored', release: live };
  return failure('former-release-rejected', { release, live, way }, { hostState });
}

/** An error that says nothing of the server leaves it as it was: with the release that was to go. */
function stillThere(error: unknown, { reason }: RejectedRelease, left: HostState): unknown {
  if (!(error instanceof DeployKitError)) return error;
  const hostState = error.hostState.state === 'unchanged' ? left : error.hostState;
  return error.leaving(hostState, [`It was to be taken back: ${reason}`]);
}
