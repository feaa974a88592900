import { randomBytes } from 'node:crypto';
import type { Client, ClientChannel } from 'ssh2';
import { failure } from '../../errors/index.js';
import {
  CommandTimedOut,
  ConnectionLost,
  NotBegun,
  type ExecOptions,
  type ExecResult,
  type Host,
} from '../host.js';
import { markedCommand } from '../plan/marked-command.js';
import { RunningCommand } from './running-command.js';

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
        reject(new NotBegun(this.#lost.message, { cause: this.#lost }));
        return;
      }
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        this.#channels.delete(lose);
        finish();
      };
      const lose = (error: Error): void => {
        settle(() => {
          reject(error);
        });
      };
      const timer = setTimeout(() => {
        lose(new CommandTimedOut(`No end of a command within ${options.timeoutSeconds} s`));
      }, options.timeoutSeconds * 1000);
      this.#channels.add(lose);
      const start = (error: Error | undefined, channel: ClientChannel): void => {
        if (error) {
          lose(new ConnectionLost(error.message, { cause: error }));
          return;
        }
        new RunningCommand(channel, mark, options, {
          done: (result) => {
            settle(() => {
              resolve(result);
            });
          },
          failed: lose,
          notBegun: (message) => {
            const values = { host: this.name, user: this.#user, message };
            lose(failure('login-shell-in-the-way', values));
          },
        }).start();
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
