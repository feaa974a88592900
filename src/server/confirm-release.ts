import { DeployKitError, failure, type HostState } from '../errors/index.js';
import type { Reporter } from '../local/reporter.js';
import { lookAt } from './look-at.js';
import { readFacts } from './plan/server-facts.js';
import { confirm } from './shell/scripts.js';
import type { WatchedReleases } from './signs-of-life.js';

/** What a server says of releases that are to stay. */
interface Answer {
  /** Those for which the word came too late. */
  readonly overdue: readonly string[];
  readonly live: string;
}

/**
 * Says on each server that releases stay, so that they do not go back by themselves.
 * @returns whether every server has heard it; of the others a warning says what becomes of them
 * @throws {DeployKitError} `release-not-confirmed` where it came too late
 */
export async function confirmEverywhere(
  watched: readonly WatchedReleases[],
  reporter: Pick<Reporter, 'warning'>,
): Promise<boolean> {
  const answers = await Promise.all(
    watched.map(async (releases) => ({
      host: releases.server.name,
      answer: await confirmReleases(releases).catch((error: unknown) => {
        warn(releases, error, reporter);
      }),
    })),
  );
  const late = answers.filter(({ answer }) => (answer?.overdue.length ?? 0) > 0);
  if (late[0]?.answer !== undefined)
    throw cameTooLate(
      late.map(({ host }) => host),
      late[0].answer,
    );
  return answers.every(({ answer }) => answer !== undefined);
}

function confirmReleases({ server, path, releases }: WatchedReleases): Promise<Answer> {
  return lookAt(server, {
    script: confirm,
    args: [path, ...releases],
    read: ({ stdout }) => {
      const facts = readFacts(stdout);
      // Without a verdict it could not be written.
      if (!facts.has('end') || facts.has('none')) return undefined;
      return { overdue: facts.get('overdue') ?? [], live: facts.get('live')?.[0] ?? '' };
    },
  });
}

function warn(
  { server, releases }: WatchedReleases,
  error: unknown,
  reporter: Pick<Reporter, 'warning'>,
): void {
  const why = error instanceof DeployKitError ? error.why : String(error);
  reporter.warning(
    `${server.name}: the release could not be confirmed`,
    `${why} There ${releases.join(' and ')} goes back by itself once \`confirm-within\` is over.`,
  );
}

function cameTooLate(hosts: readonly string[], { overdue, live }: Answer): DeployKitError {
  const release = overdue.join(' and ');
  const hostState: HostState = overdue.includes(live)
    ? { state: 'unknown', why: `${release} is being taken back.` }
    : { state: 'restored', release: live || 'what ran before the first deploy' };
  return failure('release-not-confirmed', { release, hosts: hosts.join(', ') }, { hostState });
}
