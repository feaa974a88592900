import type { Readable } from 'node:stream';
import { DeployKitError, failure, type HostState } from '../errors/index.js';
import type { ArchiveEntry } from '../local/archiver.js';
import { ConnectionLost, type Host } from '../ssh/host.js';
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

/** For how long a lost connection is tried again. */
const reconnectSeconds = 300;

/**
 * What may pass by itself on a server that was reached before. One that boots refuses logins until it is
 * up (pam_nologin(8)). Another host key is never waited for.
 */
const passing: ReadonlySet<string> = new Set([
  'ssh-unreachable',
  'ssh-host-unknown',
  'ssh-login-refused',
]);

/**
 * Uploads a program, starts it detached on the server and follows it to its end, over as many
 * connections as it takes.
 * @param onEvent called for each event, in order, once
 * @returns the last event; `undefined` when the program was ended from outside
 * @throws {DeployKitError} `upload-failed`, `ssh-connection-lost`
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
  const deadline = ports.clock.now().getTime() + run.timeoutSeconds * 1000;
  while (ports.clock.now().getTime() < deadline) {
    await reconnect(run, ports);
    const args = [run.path, run.releaseId, String(log.seen + 1)];
    const result = await attempt(ports, log, run, follow, args);
    if (log.end !== undefined) return log.end;
    if (result?.code === 71) {
      // The release folder appears as the last act of the upload, which may still be under way.
      misses += 1;
      if (misses > 5)
        throw failure(
          'upload-failed',
          uploadValues(run, ports, 'the connection was lost during the upload'),
        );
      await ports.clock.sleep(2);
    } else if (result !== undefined) {
      if (misses > 0) return undefined;
      misses += 1;
    }
  }
  throw lost(run, ports, 'The program did not end in its time');
}

async function reconnect(run: ProgramRun, ports: ProgramPorts): Promise<void> {
  const { clock, server } = ports;
  const deadline = clock.now().getTime() + reconnectSeconds * 1000;
  for (;;) {
    try {
      await server.host();
      return;
    } catch (error) {
      if (!(error instanceof DeployKitError)) throw error;
      // The program goes on all the same.
      if (!passing.has(error.entry)) throw error.leaving(finishesAlone);
      if (clock.now().getTime() >= deadline) throw lost(run, ports, error.why);
      await clock.sleep(2);
    }
  }
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
  let host: Host;
  try {
    host = await server.host();
    const finished = host.run(script, args, {
      onLine: (line) => {
        log.take(line);
      },
      timeoutSeconds: run.timeoutSeconds,
      ...(stdin === undefined ? {} : { stdin }),
    });
    // The follower on the server lingers after the last event; nobody needs to wait for it.
    return await Promise.race([finished, ended]);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    reporter.info(
      `The connection was lost (${error.message}). The deploy goes on on the server; connecting again …`,
    );
    server.drop();
    return undefined;
  }
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
