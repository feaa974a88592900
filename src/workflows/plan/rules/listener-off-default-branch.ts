import { type Chain, reportOf, baseName } from '../chain.js';
import { triggerOf } from '../model.js';
import type { WorkflowReport } from '../report.js';

/** Workflows that must be on the default branch, and are not. */
export function listenerOffDefaultBranch(
  chain: Chain,
  defaultBranchFiles: readonly string[] | undefined,
): readonly WorkflowReport[] {
  if (defaultBranchFiles === undefined) return [];
  return chain.workflows.flatMap((workflow) => {
    const trigger = ['repository_dispatch', 'workflow_run', 'workflow_dispatch', 'schedule']
      .map((event) => triggerOf(workflow, event))
      .find((found) => found !== undefined);
    if (trigger === undefined || defaultBranchFiles.includes(workflow.path)) return [];
    return [
      reportOf(
        'listener-off-default-branch',
        workflow.path,
        trigger.at,
        `${baseName(workflow.path)} listens to \`${trigger.event}\`, but is not on the default branch${chain.repository.defaultBranch === undefined ? '' : ` (${chain.repository.defaultBranch})`}: GitHub does not find it.`,
        'Merge it into the default branch before anything sends the event.',
      ),
    ];
  });
}
