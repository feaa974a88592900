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
  const valid = all.filter(({ rule, reason }) => reason !== '' && isRule(rule));
  const used = new Set<Suppression>();
  const left = reports.filter(({ rule, place }) => {
    const found = valid.filter(
      (each) => each.rule === rule && each.file === place.file && each.lines.includes(place.line),
    );
    found.forEach((each) => used.add(each));
    return found.length === 0;
  });
  return [...left, ...all.filter((each) => !used.has(each)).map(idle)];
}

function isRule(name: string): name is RuleName {
  return ruleNames.some((rule) => rule === name);
}

function suppressionsIn({ path, text }: TextFile): readonly Suppression[] {
  const lines = text.split('\n');
  return lines.flatMap((content, index) => {
    const found =
      /(^|\s)#\s*deploy-kit:\s*allow\b[ \t]*([^\s]*)(?:[ \t]+because\b[ \t]*(.*))?/.exec(content);
    if (found === null) return [];
    const [, space = '', rule = '', reason = ''] = found;
    const line = index + 1;
    const alone = content.slice(0, found.index).trim() === '';
    const next = lines.findIndex((each, at) => at > index && !/^\s*(?:#.*)?$/.test(each));
    return [
      {
        file: path,
        line,
        column: found.index + space.length + 1,
        lines: alone && next >= 0 ? [line, next + 1] : [line],
        rule,
        reason: reason.trim(),
      },
    ];
  });
}

function idle({ file, line, column, rule, reason }: Suppression): WorkflowReport {
  const problem = !isRule(rule)
    ? `There is no rule \`${rule}\`.`
    : reason === ''
      ? 'This suppression gives no reason, and does not count.'
      : `This suppression of \`${rule}\` suppresses nothing: there is no such report on its line or the next.`;
  const fix = !isRule(rule)
    ? `The rules are: ${ruleNames.join(', ')}.`
    : reason === ''
      ? `# deploy-kit: allow ${rule} because <reason>`
      : 'Take the comment out, or put it on the line that is reported or above it.';
  return reportOf('suppression', file, { line, column }, problem, fix);
}
