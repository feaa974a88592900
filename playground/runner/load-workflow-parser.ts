import { register } from 'node:module';
import type * as WorkflowParser from '@actions/workflow-parser';

// The package imports its JSON without the attribute that Node asks for.
const jsonHook = `export async function load(url, context, next) {
  return url.endsWith('.json') ? next(url, { ...context, importAttributes: { type: 'json' } }) : next(url, context);
}`;

/** Loads GitHub's own workflow parser. */
export async function loadWorkflowParser(): Promise<typeof WorkflowParser> {
  // Jest has a module loader of its own, which reads JSON as it is.
  if (process.env.JEST_WORKER_ID !== undefined) return import('@actions/workflow-parser');
  // Node 20, on which the playground must run too, has no registerHooks().
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  register(`data:text/javascript,${encodeURIComponent(jsonHook)}`);
  return import('@actions/workflow-parser');
}
