import { failure } from '../errors/index.js';
import type { Finding } from '../local/plan/finding.js';
import {
  countWords,
  failures,
  logLine,
  renderPreflight,
  worstVerdict,
  type FailLevel,
} from './plan/report.js';
import type { Reporter } from '../local/reporter.js';

/** How many problems a message names; the summary has them all. */
const maxNamed = 10;

/**
 * Shows all findings: log, annotations for what has a place in a file, one table, outputs.
 * @throws {DeployKitError} `preflight-failed` when one of them makes the step fail
 */
export function reportFindings(
  findings: readonly Finding[],
  graph: string | undefined,
  level: FailLevel,
  reporter: Reporter,
): void {
  for (const finding of findings) reporter.info(logLine(finding));
  // GitHub shows only the first ten of a kind.
  for (const { check, verdict, detail, fix, place } of findings) {
    if (place !== undefined && (verdict === 'warn' || verdict === 'fail')) {
      const mend = fix === undefined ? '' : `\nWhat to do: ${fix}`;
      reporter.annotate(verdict === 'fail' ? 'error' : 'warning', check, `${detail}${mend}`, place);
    }
  }
  const verdict = worstVerdict(findings);
  reporter.summary(renderPreflight(findings, graph));
  reporter.output('verdict', verdict);
  reporter.output('result', JSON.stringify({ verdict, findings }));
  const fatal = failures(findings, level);
  if (fatal.length === 0) return;
  const named = fatal.slice(0, maxNamed).map(({ check, detail }) => `${check}: ${detail}`);
  const more = fatal.length > maxNamed ? `; and ${fatal.length - maxNamed} more` : '';
  throw failure('preflight-failed', {
    counts: countWords(findings),
    problems: `${named.join('; ')}${more}`,
  });
}
