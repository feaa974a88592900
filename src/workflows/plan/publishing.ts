import { actionOf } from './image-builds.js';
import type { WorkflowStep } from './model.js';
import { effective } from './shell-commands.js';

/** Actions that publish packages and releases. */
const publishers = [
  'pypa/gh-action-pypi-publish',
  'js-devtools/npm-publish',
  'softprops/action-gh-release',
  'ncipollo/release-action',
  'actions/create-release',
  'svenstaro/upload-release-action',
  'goreleaser/goreleaser-action',
  'rubygems/release-gem',
];

const publishing =
  /\b(?:npm|pnpm|yarn(?:\s+npm)?|cargo|poetry|uv|dart\s+pub|flutter\s+pub)\s+publish\b|\btwine\s+upload\b|\bgem\s+push\b|\bmvn\b[^\n]*\bdeploy\b|\bdotnet\s+nuget\s+push\b|\bgh\s+release\s+create\b|\bsemantic-release\b/;

/** Whether a step makes a package or a release public. */
export function publishes(step: WorkflowStep): boolean {
  if (publishers.includes(actionOf(step))) return true;
  return (
    step.run !== undefined &&
    publishing.test(effective(step.run.text)) &&
    !/--dry-run\b/.test(step.run.text)
  );
}
