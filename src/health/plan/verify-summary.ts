import { plain } from '../../text/markdown.js';
import { curveOf, latencyOf } from './latency.js';
import type { HealthVerdict } from './verdict.js';

/** As many points as a chart shows well. */
const points = 40;
/** As many curves. */
const curves = 5;

/** The job summary of a verification: a table of checks, and how long answers took while they were watched. */
export function renderVerifySummary(verdicts: readonly HealthVerdict[]): string {
  const watched = verdicts.filter(
    ({ soak, latencies }) => soak !== undefined && latencies.length > 1,
  );
  return [
    '### Health',
    '',
    '| what | verdict | attempts | p50 | p95 | p99 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...verdicts.map(row),
    '',
    ...watched.slice(0, curves).flatMap(chart),
  ].join('\n');
}

function row({ name, fault, attempts, latencies, soak }: HealthVerdict): string {
  const latency = latencyOf(latencies);
  const numbers = [latency?.p50, latency?.p95, latency?.p99].map((seconds) =>
    seconds === undefined ? '–' : milliseconds(seconds),
  );
  const watched =
    soak === undefined ? '' : `, ${soak.failures} of ${soak.looks} failed while it was watched`;
  const verdict = fault === undefined ? ':white_check_mark:' : `:x: ${oneLine(fault.text)}`;
  return `| ${oneLine(name)} | ${verdict} | ${attempts}${watched} | ${numbers.join(' | ')} |`;
}

function chart({ name, latencies }: HealthVerdict): string[] {
  const curve = curveOf(latencies, points).map((seconds) => Math.round(seconds * 1000));
  return [
    '```mermaid',
    'xychart-beta',
    // Quotes and backticks would end the title.
    `  title "${name.replace(/["`\n]/g, ' ').slice(0, 80)}: milliseconds"`,
    `  x-axis 1 --> ${curve.length}`,
    `  y-axis "ms" 0 --> ${Math.max(...curve, 1)}`,
    `  line [${curve.join(', ')}]`,
    '```',
    '',
  ];
}

// What a server answers is text here, never markup.
function oneLine(text: string): string {
  return plain(text.replace(/\s+/g, ' '));
}

function milliseconds(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`;
}
