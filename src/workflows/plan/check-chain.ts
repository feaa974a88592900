import type { ParsedSource } from '../workflow-reader.js';
import { chainOf, reportOf, type Chain, type ChainRule } from './chain.js';
import type { Workflow } from './model.js';
import type { RepositoryFacts } from './occasion.js';
import type { WorkflowReport } from './report.js';
import {
  concurrencyGroupsDiffer,
  deployCancelledMidway,
  deployWithoutConcurrency,
} from './rules/concurrency.js';
import { conclusionUnread } from './rules/conclusion-unread.js';
import { silentSkip } from './rules/silent-skip.js';
import { deployAfterFailedBuild } from './rules/failed-builds.js';
import { environmentMissing } from './rules/environments.js';
import { eventUnheard, eventUnsent } from './rules/events.js';
import { branchesNeverMatch } from './rules/branches-never-match.js';
import { listenerOffDefaultBranch } from './rules/listener-off-default-branch.js';
import { scriptInjection } from './rules/injection.js';
import { loop } from './rules/loops.js';
import { permissionMissing } from './rules/permissions.js';
import { race } from './rules/race.js';
import { secretUndeclared } from './rules/secrets.js';
import { tokenStartsNothing } from './rules/token.js';
import { localRuntimes, runtimeDeprecated } from './rules/runtime-deprecated.js';
import { movingAction } from './rules/moving-action.js';
import { chainTooDeep, workflowNameUnknown } from './rules/workflow-run.js';
import { suppress, type TextFile } from './suppression.js';

/** What is checked. */
export interface WorkflowFiles {
  readonly workflows: readonly Workflow[];
  /** What GitHub's parser has against each file. */
  readonly problems: readonly (TextFile & { readonly parsed: ParsedSource })[];
  /** Workflows and manifests of local actions, for the comments in them. */
  readonly files: readonly TextFile[];
  readonly repository: RepositoryFacts;
  /** Paths of the workflow files on the default branch, where they are known. */
  readonly defaultBranchFiles: readonly string[] | undefined;
}

const rules: readonly ChainRule[] = [
  race,
  eventUnheard,
  eventUnsent,
  workflowNameUnknown,
  chainTooDeep,
  branchesNeverMatch,
  conclusionUnread,
  deployAfterFailedBuild,
  silentSkip,
  tokenStartsNothing,
  loop,
  deployWithoutConcurrency,
  deployCancelledMidway,
  concurrencyGroupsDiffer,
  permissionMissing,
  secretUndeclared,
  environmentMissing,
  scriptInjection,
  movingAction,
  runtimeDeprecated,
];

/** All reports of a checkout's workflows, by file and line, without what its comments allow. */
export function checkChain(input: WorkflowFiles): {
  readonly chain: Chain;
  readonly reports: readonly WorkflowReport[];
} {
  const chain = chainOf(input.workflows, input.repository);
  const reports = [
    ...syntax(input),
    ...rules.flatMap((rule) => rule(chain)),
    ...localRuntimes(input.files),
    ...listenerOffDefaultBranch(chain, input.defaultBranchFiles),
  ];
  return { chain, reports: unique(suppress(reports, input.files)).toSorted(inOrder) };
}

function syntax({ problems }: WorkflowFiles): readonly WorkflowReport[] {
  return problems.flatMap(({ path, text, parsed }) =>
    isEmpty(text)
      ? [empty(path)]
      : parsed.problems.map(({ message, at }) =>
          reportOf(
            'syntax',
            path,
            at,
            message,
            'Mend this line; until then the workflow starts by nothing.',
          ),
        ),
  );
}

function isEmpty(text: string): boolean {
  return !/^(?![^\S\n]*(?:#|$)|---\s*$)/m.test(text);
}

// It does nothing, and breaks nothing.
function empty(path: string): WorkflowReport {
  const report = reportOf(
    'syntax',
    path,
    { line: 1, column: 1 },
    'The file holds no workflow: it is empty, or has comments alone.',
    'Take the file away, or write its `on:` and `jobs:`.',
  );
  return { ...report, verdict: 'warn' };
}

function unique(reports: readonly WorkflowReport[]): readonly WorkflowReport[] {
  return [
    ...new Map(
      reports.map((report) => [`${report.rule} ${keyOf(report)} ${report.message}`, report]),
    ).values(),
  ];
}

function keyOf({ place }: WorkflowReport): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function inOrder(a: WorkflowReport, b: WorkflowReport): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
