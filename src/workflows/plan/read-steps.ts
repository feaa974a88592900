import type { SourceNode } from '../workflow-reader.js';
import type { WorkflowStep } from './model.js';
import { scalarMap, scalarOf, valueOf } from './source.js';

/** The manifests of local actions by their folders (`.github/actions/build`). */
export type LocalActions = ReadonlyMap<
  string,
  { readonly path: string; readonly root: SourceNode | undefined }
>;

/** The folder of an action of the checkout: `./.github/actions/build` gives `.github/actions/build`. */
export function localFolder(uses: string): string | undefined {
  return uses.startsWith('./') ? uses.slice(2).replace(/\/+$/, '') : undefined;
}

/**
 * The steps of a job in the order in which they run: after the first step that uses a local composite action come
 * that action's own, with their places in its manifest.
 */
export function readSteps(
  node: SourceNode | undefined,
  file: string,
  actions: LocalActions,
): readonly WorkflowStep[] {
  return readList(node, file, actions, false, new Set());
}

function readList(
  node: SourceNode | undefined,
  file: string,
  actions: LocalActions,
  inAction: boolean,
  seen: Set<string>,
): readonly WorkflowStep[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const step = readStep(item, file, inAction);
    const folder = localFolder(step.uses?.text ?? '');
    const action = folder === undefined ? undefined : actions.get(folder);
    if (folder === undefined || action === undefined || seen.has(folder)) return [step];
    seen.add(folder);
    const inner = valueOf(valueOf(action.root, 'runs'), 'steps');
    return [step, ...readList(inner, action.path, actions, true, seen)];
  });
}

function readStep(node: SourceNode, file: string, inAction: boolean): WorkflowStep {
  return {
    file,
    inAction,
    at: node.at,
    name: scalarOf(node, 'name')?.text ?? '',
    uses: scalarOf(node, 'uses'),
    run: scalarOf(node, 'run'),
    condition: scalarOf(node, 'if'),
    inputs: scalarMap(valueOf(node, 'with')),
    env: scalarMap(valueOf(node, 'env')),
  };
}
