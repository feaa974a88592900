import { passed, skipped, type Finding } from '../local/plan/finding.js';
import { checkChain } from './plan/check-chain.js';
import { graphOf } from './plan/graph.js';
import { renderMermaid } from './plan/mermaid.js';
import { localFolder, type LocalActions } from './plan/read-steps.js';
import { readWorkflow } from './plan/read-workflow.js';
import { toFinding, type WorkflowReport } from './plan/report.js';
import { toSarif, type SarifLog } from './plan/sarif.js';
import type { TextFile } from './plan/suppression.js';
import type { ParsedSource, SourceNode, WorkflowReader } from './workflow-reader.js';
import type { Workspace } from '../local/workspace.js';

/** What is known of the repository beside its files; each part makes some reports possible. */
export interface WorkflowFacts {
  /** `owner/name` */
  readonly repository?: string | undefined;
  readonly defaultBranch?: string | undefined;
  /**
   * Paths of the workflow files on the default branch. To be left out when they are not known, and on a pull
   * request that brings files there.
   */
  readonly defaultBranchFiles?: readonly string[] | undefined;
}

/** What came of the check. */
export interface WorkflowCheck {
  /** How many workflow files were looked at. */
  readonly files: number;
  /** By file, line and column. */
  readonly reports: readonly WorkflowReport[];
  /** The same as rows of what preflight reports. */
  readonly findings: readonly Finding[];
  /** A mermaid flowchart; empty when there is no workflow. */
  readonly graph: string;
  readonly sarif: SarifLog;
}

/** More of them, used by each other, are followed no further. */
const maxActions = 100;

/** Checks how the workflows of a checkout work together. Nothing in the files makes it fail. */
export async function checkWorkflows(
  workspace: Workspace,
  reader: WorkflowReader,
  facts: WorkflowFacts = {},
): Promise<WorkflowCheck> {
  const files = workflowFiles(workspace);
  const parsed = await Promise.all(
    files.map(async ({ path, text }) => ({
      path,
      text,
      parsed: await reader.readWorkflow(path, text),
    })),
  );
  const actions = await readActions(
    parsed.map(({ parsed: { root } }) => root),
    workspace,
    reader,
  );
  const local: LocalActions = new Map(actions.map((action) => [action.folder, action]));
  const { chain, reports } = checkChain({
    workflows: parsed.map(({ path, text, parsed: { root } }) =>
      readWorkflow(path, text, root, local),
    ),
    problems: parsed,
    files: [...files, ...actions],
    repository: { repository: facts.repository, defaultBranch: facts.defaultBranch },
    defaultBranchFiles: facts.defaultBranchFiles,
  });
  return {
    files: files.length,
    reports,
    findings: reports.length > 0 ? reports.map(toFinding) : [cleanFinding(files.length)],
    graph: renderMermaid(graphOf(chain)),
    sarif: toSarif(reports),
  };
}

function cleanFinding(count: number): Finding {
  const check = 'workflows';
  return count === 0
    ? skipped(check, 'there are none in .github/workflows of the checkout')
    : passed(check, `${count} files, nothing to report`);
}

function workflowFiles(workspace: Workspace): readonly TextFile[] {
  return workspace.glob('.github/workflows/*.{yml,yaml}').flatMap((path) => {
    const text = workspace.readText(path);
    return text === undefined ? [] : [{ path, text }];
  });
}

interface LocalAction extends TextFile {
  readonly folder: string;
  readonly root: SourceNode | undefined;
}

// The actions of the checkout that steps use, and those that these use.
async function readActions(
  roots: readonly (SourceNode | undefined)[],
  workspace: Workspace,
  reader: WorkflowReader,
): Promise<readonly LocalAction[]> {
  const found = new Map<string, LocalAction | undefined>();
  let next = roots.flatMap(foldersIn);
  while (next.length > 0 && found.size < maxActions) {
    const fresh = [...new Set(next)].filter((folder) => !found.has(folder));
    const read = await Promise.all(fresh.map((folder) => readAction(folder, workspace, reader)));
    fresh.forEach((folder, index) => found.set(folder, read[index]));
    next = read.flatMap((action) => foldersIn(action?.root));
  }
  return [...found.values()].flatMap((action) => action ?? []);
}

async function readAction(
  folder: string,
  workspace: Workspace,
  reader: WorkflowReader,
): Promise<LocalAction | undefined> {
  if (folder.split('/').includes('..')) return undefined;
  for (const name of ['action.yml', 'action.yaml']) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const text = workspace.readText(path);
    if (text === undefined) continue;
    const { root }: ParsedSource = await reader.readAction(path, text);
    return { folder, path, text, root };
  }
  return undefined;
}

function foldersIn(node: SourceNode | undefined): readonly string[] {
  if (node === undefined || node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(foldersIn);
  return node.entries.flatMap(({ key, value }) => {
    const folder = key === 'uses' && value.kind === 'scalar' ? localFolder(value.text) : undefined;
    return folder === undefined ? foldersIn(value) : [folder];
  });
}
