import { failure } from '../../errors/index.js';
import type { History, StoredRelease } from '../../server/plan/history.js';

/** Where a rollback goes, and what stands in its way. */
export interface RollbackTarget {
  readonly target: StoredRelease;
  /** The releases since then whose migrations the target's code can't run on, newest first. */
  readonly breaking: readonly StoredRelease[];
}

/**
 * Finds the release that a rollback means.
 * @param wanted `previous`, a release id, a version, or the first digits of a commit
 * @param current the release that is live
 * @throws {DeployKitError} `rollback-target-unknown`, `rollback-target-ambiguous`, `rollback-target-live`;
 * each lists what there is
 */
export function findRollbackTarget(
  wanted: string,
  current: string,
  history: History,
): RollbackTarget {
  const found = matches(wanted, current, history);
  const values = { wanted, current, available: describeReleases(history, current) };
  // The same release deployed twice is one target: the newest stands for all.
  const target = found.at(-1);
  if (target === undefined) throw failure('rollback-target-unknown', values);
  if (found.some(({ record }) => record.release === current))
    throw failure('rollback-target-live', values);
  if (found.some((other) => contentOf(other) !== contentOf(target)))
    throw failure('rollback-target-ambiguous', {
      ...values,
      matches: found.map(({ record }) => record.release).join(', '),
    });
  return { target, breaking: breakingSince(target, current, history) };
}

function matches(
  wanted: string,
  current: string,
  { releases, journal }: History,
): readonly StoredRelease[] {
  if (wanted === 'previous') {
    const previous = previousOf(current, { releases, journal });
    return releases.filter(({ record }) => record.release === previous);
  }
  const exact = releases.filter(({ record }) => record.release === wanted);
  if (exact.length > 0) return exact;
  const named = releases.filter(({ record }) => record.version === wanted);
  if (named.length > 0) return named;
  const digits = /^(?:sha-)?([0-9a-f]{4,40})$/.exec(wanted)?.[1];
  if (digits === undefined) return [];
  return releases.filter(
    ({ record }) =>
      record.revision.startsWith(digits) || record.version.startsWith(`sha-${digits}`),
  );
}

/** What ran before a release, leaving out what a job has rejected. */
function previousOf(current: string, { releases, journal }: History): string | undefined {
  const marked = releases.filter(({ rejected }) => rejected).map(({ record }) => record.release);
  const takenBack = journal
    .filter(({ kind }) => kind === 'take-back')
    .map(({ release }) => release.replace(/-take-back-[0-9a-f]*$/, ''));
  const rejected = new Set([...marked, ...takenBack]);
  // The release may have been made live by a rollback: what counts is what ran before that.
  const before = (id: string): string | undefined =>
    journal.findLast(({ release, outcome }) => release === id && outcome === 'committed')?.previous;
  let previous = before(current);
  // Each was there before the one that followed it, so that this comes to an end.
  while (previous !== undefined && rejected.has(previous)) previous = before(previous);
  return previous;
}

function contentOf({ record, images }: StoredRelease): string {
  return JSON.stringify([record.version, record.revision, [...images]]);
}

function breakingSince(
  { record: { release: target } }: StoredRelease,
  current: string,
  { releases, journal }: History,
): readonly StoredRelease[] {
  const committed = journal.filter(({ outcome }) => outcome === 'committed');
  const from = committed.findLastIndex(({ release }) => release === target);
  const to = committed.findLastIndex(({ release }) => release === current);
  const since = new Set(committed.slice(from + 1, to + 1).map(({ release }) => release));
  return releases
    .filter(({ record }) => since.has(record.release) && record.migration === 'breaking')
    .toReversed();
}

/** One line a release, newest first, for messages. */
function describeReleases({ releases }: History, current: string): string {
  const lines = releases.map(
    ({ record: { release, version } }) =>
      `${release} (version ${version}${release === current ? ', live' : ''})`,
  );
  return lines.length === 0 ? 'none' : lines.toReversed().join(', ');
}
