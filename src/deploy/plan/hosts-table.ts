import { plain } from '../../text/markdown.js';

/** What became of one server of a deploy to several. */
export interface HostOutcome {
  readonly host: string;
  readonly state:
    'live' | 'unchanged' | 'gave way' | 'failed' | 'restored' | 'not restored' | 'not tried';
  readonly detail: string;
}

/** The servers as a Markdown table. */
export function renderHosts(version: string, outcomes: readonly HostOutcome[]): string {
  const failed = outcomes.some(({ state }) => state === 'failed');
  const words = (state: HostOutcome['state']): string =>
    failed && state === 'live' ? 'restored' : state;
  return [
    `## ${plain(version)} on ${outcomes.length} servers`,
    '',
    '| server | outcome | |',
    '| --- | --- | --- |',
    ...outcomes.map(
      ({ host, state, detail }) => `| ${plain(host)} | ${words(state)} | ${plain(detail)} |`,
    ),
    '',
  ].join('\n');
}
