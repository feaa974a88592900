import { reportOf } from './chain.js';
import type { WorkflowReport } from './report.js';
import { ruleNames } from './rule-catalogue.js';
import type { RuleName } from './rule-catalogue.js';

/** A file with its lines. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

interface Suppression {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The lines that it speaks of: its own, or the next one that is no comment. */
  readonly lines: readonly number[];
  readonly rule: string;
  readonly reason: string;
}

/**
 * Leaves out what comments of the form `# deploy-kit: allow <rule> because <reason>` allow, on the line of a report
 * or above it, and reports comments without a reason, of unknown rules, and without effect.
 */
export function suppress(
  reports: readonly WorkflowReport[],
  files: readonly TextFile[],
): readonly WorkflowReport[] {
  const all = files.flatMap(suppressionsIn);
  const valid = new Map<string, Suppression[]>();
  for (const each of all.filter(({ rule, reason }) => reason !== '' && isRule(rule)))
    for (const line of each.lines) {
      const key = keyOf(each.rule, each.file, line);
      const same = valid.get(key);
      if (same === undefined) valid.set(key, [each]);
      else same.push(each);
    }
  const used = new Set<Suppression>();
  const left = reports.filter(({ rule, place }) => {
    const found = valid.get(keyOf(rule, place.file, place.line)) ?? [];
    found.forEach((each) => used.add(each));
    return found.length === 0;
  });
  return [...left, ...all.filter((each) => !used.has(each)).map(idle)];
}

function keyOf(rule: string, file: string, line: number): string {
  return `${rule} ${file}:${line}`;
}

function isRule(name: string): name is RuleName {
  return ruleNames.some((rule) => rule === name);
}

function suppressionsIn({ path, text }: TextFile): readonly Suppression[] {
  const lines = text.split('\n');
  const following = linesBelow(lines);
  return lines.flatMap((content, index) => {
    const found =
      /(^|\s)#\s*deploy-kit:\s*allow\b[ \t]*([^\s]*)(?:[ \t]+because\b[ \t]*(.*))?/.exec(content);
    if (found === null) return [];
    const [, space = '', rule = '', reason = ''] = found;
    const line = index + 1;
    const alone = content.slice(0, found.index).trim() === '';
    const next = following[index];
    return [
      {
        file: path,
        line,
        column: found.index + space.length + 1,
        lines: alone && next !== undefined ? [line, next] : [line],
        rule,
        reason: reason.trim(),
      },
    ];
  });
}

// For each line the number of the next one that is no comment.
function linesBelow(lines: readonly string[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = [];
  let next: number | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    found[index] = next;
    if (!/^\s*(?:#.*)?$/.test(lines[index] ?? '')) next = index + 1;
  }
  return found;
}

function idle({ file, line, column, rule, reason }: Suppression): WorkflowReport {
  const problem = !isRule(rule)
    ? `There is no rule \`${rule}\`.`
    : reason === ''
      ? 'This suppression gives no reason, and does not count.'
      : `This suppression of \`${rule}\` suppresses nothing: there is no such report on its line or the next.`;
  const meant = rule.replace(/\W+$/, '');
  const fix = !isRule(rule)
    ? isRule(meant)
      ? `# deploy-kit: allow ${meant} because ${reason === '' ? '<reason>' : reason}`
      : `The rules are: ${ruleNames.join(', ')}.`
    : reason === ''
      ? `# deploy-kit: allow ${rule} because <reason>`
      : 'Take the comment out, or put it on the line that is reported or above it.';
  return reportOf('suppression', file, { line, column }, problem, fix);
}
