import { code, plain } from '../../text/markdown.js';
import type { History } from '../../server/plan/history.js';

/** The releases on the server as a Markdown table, newest first. */
export function renderHistory({ releases, journal }: History, current: string): string {
  const rows = releases.toReversed().map(({ record, missing, rejected }) => {
    const { release, version, revision, actor, run, migration } = record;
    const made = journal.findLast((line) => line.release === release);
    const images = missing.length === 0 ? 'there' : `${missing.length} to be pulled`;
    return [
      `${code(release)}${release === current ? ' (live)' : ''}`,
      plain(version),
      revision.slice(0, 12),
      made === undefined ? '–' : new Date(made.at * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
      `[${plain(actor)}](${run})`,
      made === undefined
        ? 'no word of its end'
        : `${made.kind}: ${made.outcome}, ${made.seconds} s${rejected ? ', rejected' : ''}`,
      migration,
      images,
    ];
  });
  return [
    '| release | version | commit | when | who | outcome | migration | images |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
