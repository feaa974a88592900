import { code, plain } from '../../text/markdown.js';
import type { Finding, Verdict } from '../../local/plan/finding.js';

/** Which verdicts make the step fail. */
export const failLevels = ['fail', 'warn', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

const icons: Readonly<Record<Verdict, string>> = {
  pass: ':white_check_mark:',
  warn: ':warning:',
  fail: ':x:',
  skipped: ':heavy_minus_sign:',
};

/** The worst verdict of all. */
export function worstVerdict(findings: readonly Finding[]): 'pass' | 'warn' | 'fail' {
  const all = new Set(findings.map(({ verdict }) => verdict));
  return all.has('fail') ? 'fail' : all.has('warn') ? 'warn' : 'pass';
}

/** Those that make the step fail. */
export function failures(findings: readonly Finding[], level: FailLevel): readonly Finding[] {
  if (level === 'never') return [];
  return findings.filter(
    ({ verdict }) => verdict === 'fail' || (level === 'warn' && verdict === 'warn'),
  );
}

/** `3 fail, 1 warn, 20 pass, 2 skipped` */
export function countWords(findings: readonly Finding[]): string {
  const verdicts = ['fail', 'warn', 'pass', 'skipped'] as const;
  return verdicts
    .map((one) => `${findings.filter(({ verdict }) => verdict === one).length} ${one}`)
    .join(', ');
}

/** The job summary: one table, the worst first, and the graph of the workflows. */
export function renderPreflight(findings: readonly Finding[], graph: string | undefined): string {
  const order: readonly Verdict[] = ['fail', 'warn', 'skipped', 'pass'];
  const rows = findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return [
    '### Preflight',
    '',
    `${countWords(findings)}.`,
    '',
    '| | check | detail | fix |',
    '| --- | --- | --- | --- |',
    ...rows.map(row),
    '',
    ...(graph === undefined
      ? []
      : ['#### The chain of workflows', '', '```mermaid', graph, '```', '']),
  ].join('\n');
}

function row({ check, verdict, detail, fix, place }: Finding): string {
  const where = place === undefined ? '' : ` (${code(`${place.file}:${place.line}`)})`;
  const cells = [oneLine(check), `${oneLine(detail)}${where}`, mending(fix ?? '')];
  return `| ${icons[verdict]} | ${cells.join(' | ')} |`;
}

// What stands after a colon is an edit, to be copied as it is.
function mending(fix: string): string {
  const [first = '', ...rest] = fix.trim().split('\n');
  if (!first.endsWith(':') || rest.length === 0) return [first, ...rest].map(oneLine).join('<br>');
  return `${oneLine(first)}<pre>${rest.map(plain).join('<br>')}</pre>`;
}

function oneLine(text: string): string {
  const spans = text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/);
  // Commands keep the type of code; only a bar would end their cell.
  return spans
    .map((span) => (span.startsWith('`') ? span.replaceAll('|', '\\|') : plain(span)))
    .join('');
}

/** A line of the log. */
export function logLine({ check, verdict, detail, fix }: Finding): string {
  const mend = fix === undefined ? '' : `\n         what to do: ${fix}`;
  return `${verdict.padEnd(7)}  ${check}: ${detail}${mend}`;
}
