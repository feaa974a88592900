import type { Clock } from '../local/clock.js';
import { ConnectionLost } from '../ssh/host.js';
import type { ServerConnection } from '../ssh/server-connection.js';
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
 * @param watched asked before each sign: there may come to be more
 * @param withinSeconds for how long they wait, where that is known
 */
export async function withSignsOfLife<Result>(
  watched: () => readonly WatchedReleases[],
  clock: Clock,
  work: () => Promise<Result>,
  withinSeconds = Infinity,
): Promise<Result> {
  const ended = new AbortController();
  const signs = giveSigns(watched, withinSeconds, clock, ended.signal);
  try {
    return await work();
  } finally {
    ended.abort();
    await signs;
  }
}

async function giveSigns(
  watched: () => readonly WatchedReleases[],
  withinSeconds: number,
  clock: Clock,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    const waits = await Promise.all(watched().map(giveSign));
    const shortest = Math.min(withinSeconds, ...waits.flat());
    await clock.sleep(Math.min(shortest / 4, longestPause), ended).catch(() => undefined);
  }
}

/** For how many seconds each of them waits. Never rejects: the next sign may arrive. */
async function giveSign({ server, path, releases }: WatchedReleases): Promise<readonly number[]> {
  try {
    const host = await server.host();
    const options = { timeoutSeconds: signTimeoutSeconds };
    const { stdout } = await host.run(alive, [path, ...releases], options);
    return (readFacts(stdout).get('confirm-within') ?? []).map(Number);
  } catch (error) {
    if (error instanceof ConnectionLost) server.drop();
    return [];
  }
}
