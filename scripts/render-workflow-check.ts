import type { PublicRepository } from '../__tests__/support/public-workflows.js';
import { ruleCatalogue, ruleNames, type RuleName } from '../src/workflows/plan/rule-catalogue.js';

/** The rules of the workflow check, one heading each: reports link there. */
export function renderRules(): string {
  return ruleNames
    .map((name) => {
      const { verdict, title, why, fix } = ruleCatalogue[name];
      return `### ${name}\n\n**${title}** (${verdict}). ${why}\n\nWhat to do: ${fix}\n`;
    })
    .join('\n');
}

/** How often each rule was right on public repositories, from what their fixtures say of each report. */
export function renderRates(repositories: readonly PublicRepository[]): string {
  const files = repositories.flatMap(({ files: texts }) => Object.keys(texts)).length;
  const rows = ruleNames.map((rule) => ({ rule, ...count(rule, repositories) }));
  const total = rows.reduce(
    (sum, { right, wrong, missed }) => ({
      right: sum.right + right,
      wrong: sum.wrong + wrong,
      missed: sum.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
  const clean = repositories.filter(({ expected, wrong }) => expected.length + wrong.size === 0);
  return [
    `${repositories.length} repositories, ${files} workflow files; ${clean.length} repositories have nothing to report.`,
    '',
    '| rule | reports | right | false alarms | missed |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ rule, right, wrong, missed }) =>
      row(`[${rule}](#${rule})`, right, wrong, missed),
    ),
    row('all', total.right, total.wrong, total.missed),
    '',
  ].join('\n');
}

function count(
  rule: RuleName,
  repositories: readonly PublicRepository[],
): { readonly right: number; readonly wrong: number; readonly missed: number } {
  const ofRule = (reports: Iterable<string>): number =>
    [...reports].filter((report) => report.startsWith(`${rule} `)).length;
  const sum = (reports: (repository: PublicRepository) => Iterable<string>): number =>
    repositories.reduce((total, repository) => total + ofRule(reports(repository)), 0);
  const missed = sum((repository) => repository.missed.keys());
  return {
    right: sum(({ expected }) => expected) - missed,
    wrong: sum((repository) => repository.wrong.keys()),
    missed,
  };
}

function row(name: string, right: number, wrong: number, missed: number): string {
  const reports = right + wrong;
  const rate = reports === 0 ? '–' : `${right} (${Math.round((100 * right) / reports)} %)`;
  return `| ${name} | ${reports} | ${rate} | ${wrong} | ${missed} |`;
}
