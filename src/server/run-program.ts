import type { Readable } from 'node:stream';
import { DeployKitError, failure, type HostState } from '../errors/index.js';
import type { ArchiveEntry } from '../local/archiver.js';
import { ConnectionLost } from '../ssh/host.js';
import { mayPass } from '../ssh/plan/passing.js';
import { EventLog } from './event-log.js';
import type { ProgramEnd, ProgramEvent } from './plan/program-event.js';
import type { ProgramPorts } from './program-ports.js';
import { follow, receive } from './shell/scripts.js';

/** A program with all that goes to the server with it. */
export interface ProgramRun {
  /** The deploy folder, absolute. */
  readonly path: string;
  readonly releaseId: string;
  /** The release whose unchanged files are used again; empty for none. */
  readonly base: string;
  readonly entries: readonly ArchiveEntry[];
  /** Longer than any program takes; then following is given up. */
  readonly timeoutSeconds: number;
}

const finishesAlone: HostState = {
  state: 'unknown',
  why: 'the program on the server finishes by itself; its journal tells how.',
};

const underWay: HostState = {
  state: 'unknown',
  why: 'what was sent is still on its way there, and may be carried out.',
};

/** For how long an upload whose connection was lost may go on. */
const arrivalSeconds = 120;

const brokenOff = 'the connection was lost during the upload';

/**
 * Uploads a program, starts it detached on the server and follows it to its end, over as many
 * connections as it takes.
 * @param onEvent called for each event, in order, once
 * @returns the last event; `undefined` when the program was ended from outside
 * @throws {DeployKitError} `upload-failed`, `release-folder-removed`, `ssh-connection-lost`, or an `ssh-…` entry where there was no connection to
 * begin with
 */
export async function runProgram(
  run: ProgramRun,
  ports: ProgramPorts,
  onEvent: (event: ProgramEvent) => void,
): Promise<ProgramEnd | undefined> {
  const log = new EventLog(onEvent);
  const start = `${receive}\nset -- "$path" "$release" 1\n${follow}`;
  const stdin = ports.archiver.pack(run.entries);
  const args = [run.path, run.releaseId, run.base];
  const started = await attempt(ports, log, run, start, args, stdin);
  if (started?.code === 70) throw refusal(started.stderr, run, ports);
  if (log.end !== undefined) return log.end;
  return followAgain(run, ports, log, started !== undefined);
}

/** Follows a program that runs already, or ended meanwhile. */
async function followAgain(
  run: ProgramRun,
  ports: ProgramPorts,
  log: EventLog,
  connected: boolean,
): Promise<ProgramEnd | undefined> {
  // A connection that ended in order has seen all events but those written in the last moment.
  let misses = connected ? 1 : 0;
  const begun = ports.clock.now().getTime();
  const deadline = begun + run.timeoutSeconds * 1000;
  const arrived = begun + arrivalSeconds * 1000;
  while (ports.clock.now().getTime() < deadline) {
    const args = [run.path, run.releaseId, String(log.seen + 1)];
    const result = await attempt(ports, log, run, follow, args).catch((error: unknown) => {
      throw unfollowed(error, run, ports);
    });
    if (log.end !== undefined) return log.end;
    if (result?.code === 71) {
      if (log.seen > 0) throw removed(run, ports);
      // The release folder appears as the last act of the upload, which may still be under way.
      misses += 1;
      if (misses > 5) throw failure('upload-failed', uploadValues(run, ports, brokenOff));
      await ports.clock.sleep(2);
    } else if (result?.code === 72) {
      if (ports.clock.now().getTime() > arrived)
        throw failure('upload-failed', uploadValues(run, ports, brokenOff), {
          hostState: underWay,
        });
      await ports.clock.sleep(2);
    } else if (result !== undefined) {
      if (misses > 0) return undefined;
      misses += 1;
    } else await ports.clock.sleep(1);
  }
  throw lost(run, ports, 'The program did not end in its time');
}

/** Why the program is not followed any more; it goes on all the same. */
function unfollowed(error: unknown, run: ProgramRun, ports: ProgramPorts): unknown {
  if (mayPass(error)) return lost(run, ports, error.why);
  return error instanceof DeployKitError ? error.leaving(finishesAlone) : error;
}

interface AttemptResult {
  readonly code: number;
  readonly stderr: string;
}

/** One connection's worth of following; `undefined` when the connection was lost. */
async function attempt(
  { server, reporter }: ProgramPorts,
  log: EventLog,
  run: ProgramRun,
  script: string,
  args: readonly string[],
  stdin?: Readable,
): Promise<AttemptResult | undefined> {
  const ended = log.untilEnd().then(() => ({ code: 0, stderr: '' }));
  try {
    return await server.attempt((host) => {
      const finished = host.run(script, args, {
        onLine: (line) => {
          log.take(line);
        },
        timeoutSeconds: run.timeoutSeconds,
        ...(stdin === undefined ? {} : { stdin }),
      });
      // The follower on the server lingers after the last event; nobody needs to wait for it.
      return Promise.race([finished, ended]);
    });
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    reporter.info(
      `The connection was lost (${error.message}). The deploy goes on on the server; connecting again …`,
    );
    return undefined;
  }
}

/** What has said something is not there any more: whatever it has done since, nobody can tell. */
function removed({ path, releaseId }: ProgramRun, { server }: ProgramPorts): DeployKitError {
  return failure(
    'release-folder-removed',
    { host: server.name, user: server.user, path, release: releaseId },
    { hostState: { state: 'unknown', why: 'nothing is left that would tell.' } },
  );
}

function refusal(words: string, run: ProgramRun, ports: ProgramPorts): DeployKitError {
  const values = uploadValues(run, ports, words);
  // Whose folder it is can be mended, and is not about space or the connection.
  return /permission denied|not permitted|read-only/i.test(words)
    ? failure('path-not-writable', { ...values, user: ports.server.user })
    : failure('upload-failed', values);
}

function uploadValues(
  run: ProgramRun,
  { server }: ProgramPorts,
  message: string,
): { host: string; path: string; message: string } {
  return { host: server.name, path: run.path, message: message.trim() };
}

function lost(run: ProgramRun, { server }: ProgramPorts, message: string): DeployKitError {
  return failure(
    'ssh-connection-lost',
    {
      host: server.name,
      user: server.user,
      message,
      journal: `${run.path}/.deploy-kit/journal.jsonl`,
    },
    { hostState: finishesAlone },
  );
}
