import type { Readable } from 'node:stream';
import { failure, type DeployKitError } from '../errors/index.js';
import { ConnectionLost, type ExecResult } from '../ssh/host.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/** A server that needs longer to say what it is will not carry a deploy. */
const lookTimeoutSeconds = 60;

/** A script that looks at a server and changes nothing there. */
export interface Look<Facts> {
  readonly script: string;
  readonly args: readonly string[];
  /** Standard input, made anew for each try. */
  readonly stdin?: () => Readable;
  readonly timeoutSeconds?: number;
  /** What it found, or `undefined` when the answer is not whole. */
  readonly read: (answer: ExecResult) => Facts | undefined;
}

/**
 * Looks at the server, in one command.
 * @throws {DeployKitError} `docker-not-answering`, `probe-failed` when that is not answered, or one of the `ssh-…` entries
 */
export async function lookAt<Facts>(
  server: ServerConnection,
  { script, args, stdin, timeoutSeconds = lookTimeoutSeconds, read }: Look<Facts>,
): Promise<Facts> {
  const answer = await server
    .whileReachable(async (host) => {
      const input = stdin === undefined ? {} : { stdin: stdin() };
      const said = await host.run(script, args, { timeoutSeconds, ...input });
      // A server that goes down ends its commands before their connections.
      if (said.code < 0 && engineSilence(said, server) === undefined && read(said) === undefined)
        throw new ConnectionLost(words(said));
      return said;
    })
    .catch((error: unknown) => {
      if (error instanceof ConnectionLost) throw probeFailure(server, error.message);
      throw error;
    });
  const silent = engineSilence(answer, server);
  if (silent !== undefined) throw silent;
  const facts = read(answer);
  if (facts !== undefined) return facts;
  throw probeFailure(server, words(answer));
}

function words({ code, stdout, stderr }: ExecResult): string {
  return `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`;
}

/** Why a script that looks has ended early: `look.sh` says when the engine does not answer it. */
export function engineSilence(
  { stdout }: Pick<ExecResult, 'stdout'>,
  { name }: Pick<ServerConnection, 'name'>,
): DeployKitError | undefined {
  const command = /^engine-silent=(.*)$/m.exec(stdout)?.[1];
  return command === undefined
    ? undefined
    : failure('docker-not-answering', { host: name, command, seconds: '20' });
}

function probeFailure({ name, user }: ServerConnection, message: string): Error {
  return failure('probe-failed', { host: name, user, message });
}
