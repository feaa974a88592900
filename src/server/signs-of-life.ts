import type { Clock } from '../local/clock.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { lookAt } from './look-at.js';
import { readFacts } from './plan/server-facts.js';
import { alive } from './shell/scripts.js';

/** Releases on a server that go back by themselves once nothing is heard of their job. */
export interface WatchedReleases {
  readonly server: ServerConnection;
  /** The deploy folder as it was given. */
  readonly path: string;
  readonly releases: readonly string[];
}

/** The same releases on several servers; none where there is no release. */
export function watchedOn(
  servers: readonly ServerConnection[],
  path: string,
  releases: readonly string[],
): readonly WatchedReleases[] {
  return releases.length === 0 ? [] : servers.map((server) => ({ server, path, releases }));
}

/** The longest pause between two signs, in seconds. */
const longestPause = 60;

/** A server that needs longer hears of the next one. */
const signTimeoutSeconds = 20;

/**
 * Gives signs of life of this job, several in the time that its releases wait for one, for as long as some work lasts.
 * @param work is given what begins the signs for releases on one more server
 */
export async function withSignsOfLife<Result>(
  clock: Clock,
  work: (watch: (watched: WatchedReleases) => void) => Promise<Result>,
): Promise<Result> {
  const ended = new AbortController();
  const signs: Promise<void>[] = [];
  try {
    return await work((watched) => {
      // A server that can't be reached holds up no other one.
      signs.push(giveSigns(watched, clock, ended.signal));
    });
  } finally {
    ended.abort();
    // One under way would open again the connection that is closed next, and nobody would close that one.
    await Promise.all(signs);
  }
}

/** Never rejects: after a sign that did not arrive comes the next. */
async function giveSigns(
  { server, path, releases }: WatchedReleases,
  clock: Clock,
  ended: AbortSignal,
): Promise<void> {
  let pause = 1;
  while (!ended.aborted) {
    const waiting = await lookAt(server, {
      script: alive,
      args: [path, ...releases],
      timeoutSeconds: signTimeoutSeconds,
      read: ({ stdout }) => {
        const facts = readFacts(stdout);
        return facts.has('end') ? (facts.get('confirm-within') ?? []).map(Number) : undefined;
      },
    }).catch(() => undefined);
    // Nobody waits any more.
    if (waiting?.length === 0) return;
    if (waiting !== undefined) pause = Math.min(Math.min(...waiting) / 4, longestPause);
    await clock.sleep(pause, ended).catch(() => undefined);
  }
}
