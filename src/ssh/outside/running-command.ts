import type { ClientChannel } from 'ssh2';
import { ConnectionLost, type ExecOptions, type ExecResult } from '../host.js';
import { emptyAnswers } from '../plan/marked-command.js';
import { afterMark, type MarkedSink } from './after-mark.js';
import { lineSplitter, textCollector } from './sinks.js';

/** How long a command's output may stay open after its end. */
const lingerMilliseconds = 5000;

/** For how long the login shell may read its own start-up files. */
const loginShellMilliseconds = 30_000;

/** How a command ends; the first one counts. */
export interface CommandEnds {
  readonly done: (result: ExecResult) => void;
  readonly failed: (cause: Error) => void;
  /** The login shell has not come to it: what it said instead. */
  readonly notBegun: (message: string) => void;
}

/** A marked command on its channel, from the login shell to its end. */
export class RunningCommand {
  readonly #channel: ClientChannel;
  readonly #mark: string;
  readonly #stdin: ExecOptions['stdin'];
  readonly #ends: CommandEnds;
  readonly #stdout: MarkedSink;
  readonly #stderr: MarkedSink;
  #begun = false;
  /** `null`: a signal ended it. */
  #status: number | null = -1;
  #patience: NodeJS.Timeout | undefined;
  #lingering: NodeJS.Timeout | undefined;

  constructor(
    channel: ClientChannel,
    mark: string,
    { stdin, onLine }: ExecOptions,
    ends: CommandEnds,
  ) {
    this.#channel = channel;
    this.#mark = mark;
    this.#stdin = stdin;
    this.#ends = ends;
    const answer = onLine === undefined ? textCollector() : lineSplitter(onLine);
    this.#stdout = afterMark(mark, answer, () => {
      this.#begin();
    });
    this.#stderr = afterMark(mark, textCollector(), () => undefined);
  }

  start(): void {
    const channel = this.#channel;
    channel.on('data', (chunk: Buffer) => {
      this.#stdout.add(chunk);
    });
    channel.stderr.on('data', (chunk: Buffer) => {
      this.#stderr.add(chunk);
    });
    channel.on('exit', (status: number | null) => {
      this.#status = status;
      // What a command left running may hold its output open for ever.
      this.#lingering = setTimeout(() => {
        this.#finish();
      }, lingerMilliseconds);
    });
    channel.on('close', () => {
      this.#finish();
    });
    // What is written to a command that has ended goes nowhere; how it ended is what counts.
    channel.on('error', () => undefined);
    this.#stdin?.on('error', (cause: Error) => {
      this.#end();
      channel.close();
      this.#ends.failed(cause);
    });
    this.#patience = setTimeout(() => {
      this.#refuse();
    }, loginShellMilliseconds);
    if (this.#stdin === undefined) channel.end();
    else channel.write(emptyAnswers);
  }

  #begin(): void {
    this.#begun = true;
    clearTimeout(this.#patience);
    if (this.#stdin === undefined) return;
    // Not before: a start-up file that reads would have it.
    this.#channel.write(`${this.#mark}\n`);
    this.#stdin.pipe(this.#channel);
  }

  #finish(): void {
    this.#end();
    if (this.#begun) {
      // A command that a signal ended has no status.
      const code = this.#status ?? -1;
      this.#ends.done({ code, stdout: this.#stdout.end(), stderr: this.#stderr.end() });
    } else if (this.#status === null)
      this.#ends.failed(new ConnectionLost('The command was ended before it began'));
    else this.#refuse();
  }

  #refuse(): void {
    this.#end();
    this.#channel.close();
    const said = `${this.#stderr.before()}\n${this.#stdout.before()}`.trim();
    this.#ends.notBegun(said.slice(-500) || 'nothing.');
  }

  #end(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#lingering);
    // The server may refuse before it has taken everything.
    this.#stdin?.destroy();
  }
}
