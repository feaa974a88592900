import type { ConnectHost, Host } from './host.js';
import { isStarting, mayPass } from './plan/passing.js';

/** Time, and words for people, as whoever waits for a server needs them. */
export interface Waiting {
  now(): Date;
  sleep(seconds: number): Promise<void>;
  say(line: string): void;
}

/** For how long a server is waited for that was reached before. */
const awaySeconds = 300;

/** For how long one is tried again that was not, and whose port refuses: its SSH server may be starting. */
const startSeconds = 30;

/** People are told that often that it still goes on. */
const signSeconds = 12;

/**
 * Opens a connection, and tries again while that may help.
 * @param wasReached whether the server was there before: then what its name, its port and its login say may pass
 * @throws {DeployKitError} one of the `ssh-…` entries
 */
export async function openPatiently(
  name: string,
  connect: ConnectHost,
  wasReached: boolean,
  waiting: Waiting,
): Promise<Host> {
  const begun = waiting.now().getTime();
  const [mayHelp, limit] = wasReached ? [mayPass, awaySeconds] : [isStarting, startSeconds];
  let told = -signSeconds;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      const passed = (waiting.now().getTime() - begun) / 1000;
      if (!mayHelp(error) || passed >= limit) throw error;
      if (passed - told >= signSeconds) {
        const why = error instanceof Error ? error.message : '';
        waiting.say(`No connection to ${name} for ${Math.round(passed)} s: ${why} Trying again …`);
        told = passed;
      }
      await waiting.sleep(2);
    }
  }
}
