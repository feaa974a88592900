import { describe, expect, it } from '@jest/globals';
import { findRollbackTarget } from '../../../src/rollback/plan/rollback-target.js';
import { parseHistory } from '../../../src/server/plan/history.js';

interface Made {
  readonly id: string;
  readonly version?: string;
  readonly revision?: string;
  readonly previous?: string;
  /** By a mark, or by the journal's word on who took it back. */
  readonly rejected?: 'mark' | 'journal';
  readonly migration?: 'none' | 'compatible' | 'breaking';
  readonly image?: string;
}

/** What the server prints of releases that were made one after the other. */
function history(...made: readonly Made[]): ReturnType<typeof parseHistory> {
  const records = made.map(
    ({ id, version = id, revision = '', migration = 'none', image = id, rejected }) =>
      [
        `release=${id}`,
        `record=${JSON.stringify({
          release: id,
          version,
          revision,
          actor: 'ada',
          run: 'https://x/1',
          images: [{ name: 'api', digest: image }],
          switching: { waves: [], first: [], proxies: [] },
          migration,
        })}`,
        `image=web api@${image}`,
        ...(rejected === 'mark' ? ['rejected=yes'] : []),
      ].join('\n'),
  );
  const lines = made.flatMap(({ id, previous = '', rejected }) => [
    { release: id, kind: 'deploy', outcome: 'committed', live: id, previous },
    ...(rejected === 'journal'
      ? [
          {
            release: `${id}-take-back-1a2b`,
            kind: 'take-back',
            outcome: 'unchanged',
            live: '',
            previous: '',
          },
        ]
      : []),
  ]);
  const journal = lines.map(
    (line, at) =>
      `journal=${JSON.stringify({
        at,
        ...line,
        version: '',
        revision: '',
        actor: 'ada',
        run: 'https://x/1',
        seconds: 2,
      })}`,
  );
  return parseHistory([...records, ...journal, 'end=yes', ''].join('\n'));
}

function target(wanted: string, current: string, ...made: readonly Made[]): unknown {
  const known = history(...made);
  if (known === undefined) throw new Error('not whole');
  return findRollbackTarget(wanted, current, known).target.record.release;
}

const three: readonly Made[] = [
  { id: 'r1', version: 'sha-1111aaaaaaaa', revision: '1111'.padEnd(40, 'a') },
  { id: 'r2', version: 'sha-2222aaaaaaaa', revision: '2222'.padEnd(40, 'a'), previous: 'r1' },
  { id: 'r3', version: 'v3', revision: '3333'.padEnd(40, 'a'), previous: 'r2' },
];

describe('The target of a rollback', () => {
  it.each([
    ['previous', 'r2'],
    ['r1', 'r1'],
    ['sha-1111aaaaaaaa', 'r1'],
    ['1111', 'r1'],
    ['1111aaaaaaaa', 'r1'],
    ['sha-2222', 'r2'],
  ])('%s is %s', (wanted, expected) => {
    expect(target(wanted, 'r3', ...three)).toBe(expected);
  });

  it.each(['mark', 'journal'] as const)(
    'previous leaves out what was rejected (%s)',
    (rejected) => {
      const [first, second, third] = three;
      const one = { ...second, id: 'r2', rejected };
      expect(target('previous', 'r3', first ?? one, one, third ?? one)).toBe('r1');
      // A person who names it gets it.
      expect(target('r2', 'r3', first ?? one, one, third ?? one)).toBe('r2');
    },
  );

  it('previous is what was live before, also when that was a rollback', () => {
    const made = [...three, { id: 'r4', version: 'sha-1111aaaaaaaa', previous: 'r3' }];
    expect(target('previous', 'r4', ...made)).toBe('r3');
  });

  it.each([
    ['nothing', 'rollback-target-unknown'],
    ['111', 'rollback-target-unknown'],
    ['r3', 'rollback-target-live'],
    ['3333', 'rollback-target-live'],
  ])('%s is refused with %s, which lists what there is', (wanted, entry) => {
    expect(() => target(wanted, 'r3', ...three)).toThrow(
      expect.objectContaining({ entry, why: expect.stringContaining('r1 (version sha-1111') }),
    );
  });

  it('is ambiguous where several releases of other content fit; of the same, the newest counts', () => {
    const again: Made = { id: 'r4', version: 'sha-1111aaaaaaaa', revision: '1111'.padEnd(40, 'a') };
    const last: Made = { id: 'r5', previous: 'r4' };
    expect(target('1111', 'r5', ...three, { ...again, image: 'r1' }, last)).toBe('r4');
    expect(() => target('1111', 'r5', ...three, again, last)).toThrow(
      expect.objectContaining({ entry: 'rollback-target-ambiguous' }),
    );
  });

  it('knows the breaking migrations on the way', () => {
    const known = history(
      { id: 'r1' },
      { id: 'r2', migration: 'breaking' },
      { id: 'r3', migration: 'compatible' },
      { id: 'r4', migration: 'breaking' },
    );
    if (known === undefined) throw new Error('not whole');
    const breaking = (wanted: string, current: string): readonly string[] =>
      findRollbackTarget(wanted, current, known).breaking.map(({ record }) => record.release);
    expect(breaking('r1', 'r4')).toEqual(['r4', 'r2']);
    expect(breaking('r2', 'r4')).toEqual(['r4']);
    expect(breaking('r2', 'r3')).toEqual([]);
  });
});
