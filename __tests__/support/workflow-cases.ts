import { githubWorkflowReader } from '../../src/workflows/outside/github-workflow-reader.js';
import {
  checkWorkflows,
  type WorkflowCheck,
  type WorkflowFacts,
} from '../../src/workflows/check-workflows.js';
import type { Workspace } from '../../src/local/workspace.js';

const reader = githubWorkflowReader();

/** A checkout of the files that are given: path → text. */
export function checkoutOf(files: Readonly<Record<string, string>>): Workspace {
  const paths = Object.keys(files).sort();
  return {
    readText: (path) => files[path],
    exists: (path) => path in files,
    glob: () => paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    walk: () => [],
  };
}

/** Checks the workflows of such a checkout; a name without a folder is a file of `.github/workflows`. */
export function check(
  files: Readonly<Record<string, string>>,
  facts: WorkflowFacts = {},
): Promise<WorkflowCheck> {
  const placed = Object.entries(files).map(([path, text]) => [
    path.includes('/') ? path : `.github/workflows/${path}`,
    text,
  ]);
  return checkWorkflows(
    checkoutOf(Object.fromEntries(placed) as Record<string, string>),
    reader,
    facts,
  );
}

/** `rule deploy.yml:3:5` for each report. */
export function shortly({ reports }: WorkflowCheck): readonly string[] {
  return reports.map(
    ({ rule, place: { file, line, column } }) =>
      `${rule} ${file.replace('.github/workflows/', '')}:${line}:${column}`,
  );
}
