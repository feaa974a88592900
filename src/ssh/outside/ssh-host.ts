import { randomBytes } from 'node:crypto';
import type { Client, ClientChannel } from 'ssh2';
import { failure } from '../../errors/index.js';
import { ConnectionLost, type ExecOptions, type ExecResult, type Host } from '../host.js';
import { emptyAnswers, markedCommand } from '../plan/marked-command.js';
import { afterMark, type Sink } from './after-mark.js';

/** How long a command's output may stay open after its end. */
const lingerMilliseconds = 5000;

/**
 * More than that of one stream is cut, so that a runaway command does not fill the memory. The list of a live
 * release takes about a hundred bytes a file.
 */
const maxOutputBytes = 32 * 1024 * 1024;

/** A line that is longer is cut. */
const maxLineBytes = 1024 * 1024;

/** For how long the login shell may read its own start-up files. */
const loginShellMilliseconds = 30_000;

/** sshd opens ten at most (`MaxSessions` in sshd_config(5)); what comes then waits for its turn. */
const mostChannels = 8;

/** Runs commands over a connection that is logged in. */
export class SshHost implements Host {
  readonly name: string;
  readonly #turns: (() => void)[] = [];
  #open = 0;
  readonly #client: Client;
  readonly #user: string;
  #lost: Error | undefined;
  readonly #channels = new Set<(error: ConnectionLost) => void>();

  constructor(client: Client, name: string, user: string) {
    this.name = name;
    this.#user = user;
    this.#client = client;
    client.on('error', (error) => {
      this.#lost = error;
    });
    client.on('close', () => {
      this.#lost ??= new Error('The connection was closed');
      const lost = new ConnectionLost(this.#lost.message, { cause: this.#lost });
      for (const lose of this.#channels) lose(lost);
      this.#channels.clear();
    });
  }

  async run(script: string, args: readonly string[], options: ExecOptions): Promise<ExecResult> {
    if (this.#open >= mostChannels)
      await new Promise<void>((resolve) => {
        this.#turns.push(resolve);
      });
    this.#open += 1;
    try {
      return await this.#exec(script, args, options);
    } finally {
      this.#open -= 1;
      this.#turns.shift()?.();
    }
  }

  #exec(script: string, args: readonly string[], options: ExecOptions): Promise<ExecResult> {
    const mark = `deploy-kit-${randomBytes(12).toString('hex')}`;
    const command = markedCommand(script, args, mark, { readsInput: options.stdin !== undefined });
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) {
        reject(new ConnectionLost(this.#lost.message, { cause: this.#lost }));
        return;
      }
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        this.#channels.delete(lose);
        finish();
      };
      const lose = (error: ConnectionLost): void => {
        settle(() => {
          reject(error);
        });
      };
      const timer = setTimeout(() => {
        lose(new ConnectionLost(`No end of a command within ${options.timeoutSeconds} s`));
      }, options.timeoutSeconds * 1000);
      this.#channels.add(lose);
      const start = (error: Error | undefined, channel: ClientChannel): void => {
        if (error) {
          lose(new ConnectionLost(error.message, { cause: error }));
          return;
        }
        collect(channel, mark, options, {
          done: (result) => {
            settle(() => {
              resolve(result);
            });
          },
          failed: (cause) => {
            settle(() => {
              reject(cause);
            });
          },
          notBegun: (message) => {
            settle(() => {
              reject(
                failure('login-shell-in-the-way', { host: this.name, user: this.#user, message }),
              );
            });
          },
        });
      };
      try {
        this.#client.exec(command, start);
      } catch (error) {
        // Between the server's last packet and the end of the connection, ssh2 throws.
        lose(new ConnectionLost(String(error), { cause: error }));
      }
    });
  }

  close(): void {
    this.#client.end();
    // Whatever the server makes of it, a run that has its result must not wait for the server.
    this.#client.destroy();
  }
}

/** How a command ends. */
interface Ends {
  readonly done: (result: ExecResult) => void;
  readonly failed: (cause: Error) => void;
  /** The login shell has not come to it: what it said instead. */
  readonly notBegun: (message: string) => void;
}

function collect(
  channel: ClientChannel,
  mark: string,
  { stdin, onLine }: ExecOptions,
  ends: Ends,
): void {
  let code = -1;
  let signalled = false;
  let begun = false;
  let lingering: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearTimeout(lingering);
    clearTimeout(patience);
    // The server may refuse before it has taken everything.
    stdin?.destroy();
  };
  const refuse = (): void => {
    end();
    channel.close();
    const said = `${stderr.before()}\n${stdout.before()}`.trim();
    ends.notBegun(said.slice(-500) || 'It said nothing.');
  };
  const finish = (): void => {
    end();
    if (begun) ends.done({ code, stdout: stdout.end(), stderr: stderr.end() });
    else if (signalled) ends.failed(new ConnectionLost('The command was ended before it began'));
    else refuse();
  };
  const begin = (): void => {
    begun = true;
    clearTimeout(patience);
    if (stdin === undefined) return;
    // Not before: a start-up file that reads would have it.
    channel.write(`${mark}\n`);
    stdin.pipe(channel);
  };
  const patience = setTimeout(refuse, loginShellMilliseconds).unref();
  const answer = onLine === undefined ? textCollector() : lineSplitter(onLine);
  const stdout = afterMark(mark, answer, begin);
  const stderr = afterMark(mark, textCollector(), () => undefined);
  channel.on('data', (chunk: Buffer) => {
    stdout.add(chunk);
  });
  channel.stderr.on('data', (chunk: Buffer) => {
    stderr.add(chunk);
  });
  channel.on('exit', (status: number | null) => {
    // A command that a signal ended has no status.
    code = status ?? -1;
    signalled = status === null;
    // What a command left running may hold its output open for ever.
    lingering = setTimeout(finish, lingerMilliseconds);
  });
  channel.on('close', finish);
  // What is written to a command that has ended goes nowhere; how it ended is what counts.
  channel.on('error', () => undefined);
  stdin?.on('error', (cause: Error) => {
    end();
    channel.close();
    ends.failed(cause);
  });
  if (stdin === undefined) channel.end();
  else channel.write(emptyAnswers);
}

function textCollector(): Sink {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      if (size < maxOutputBytes) chunks.push(chunk);
      size += chunk.length;
    },
    end: () => Buffer.concat(chunks).toString('utf8'),
  };
}

function lineSplitter(onLine: (line: string) => void): Sink {
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, maxLineBytes);
    for (const line of lines) onLine(line);
  };
  return {
    add(chunk) {
      take(decoder.decode(chunk, { stream: true }));
    },
    end() {
      // A last line without its end was cut off in the middle.
      return '';
    },
  };
}
