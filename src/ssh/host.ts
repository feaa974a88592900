import type { Readable } from 'node:stream';

/** What a command on the server ended with. */
export interface ExecResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ExecOptions {
  /** Sent as standard input; without it, standard input is empty. */
  readonly stdin?: Readable;
  /** Called for each whole line of standard output as it comes; `stdout` then stays empty. */
  readonly onLine?: (line: string) => void;
  /** After that many seconds the command is given up and the call rejects. */
  readonly timeoutSeconds: number;
}

/** A server, over one connection. */
export interface Host {
  /** `host` or `host:port`, for messages. */
  readonly name: string;
  /**
   * Runs a POSIX sh script. Its arguments become `$1`, `$2` …: values never become part of the text.
   * @throws {ConnectionLost} when the connection ends before the command does
   */
  run(script: string, args: readonly string[], options: ExecOptions): Promise<ExecResult>;
  close(): void;
}

/** The connection ended under a command. What the command did meanwhile is not known. */
export class ConnectionLost extends Error {
  override readonly name: string = 'ConnectionLost';
}

/** The connection had ended before: the command did not begin. */
export class NotBegun extends ConnectionLost {
  override readonly name = 'NotBegun';
}

/** The command took longer than it was given; once more it would do so again. */
export class CommandTimedOut extends ConnectionLost {
  override readonly name = 'CommandTimedOut';
}

/** Opens a connection to the server; called again after one was lost. */
export type ConnectHost = () => Promise<Host>;
