import type { Position } from '../workflow-reader.js';
import type { Chain } from './chain.js';

/** Where a workflow, or a local action, uses an action of another repository. */
export interface Use {
  readonly file: string;
  readonly at: Position;
  readonly action: string;
  readonly version: string;
}

/** All of them, in a step or as a called workflow. */
export function usesOf({ workflows }: Chain): readonly Use[] {
  return workflows.flatMap(({ path, jobs }) =>
    jobs.flatMap((job) => [
      ...useIn(path, job.uses),
      ...job.steps.flatMap(({ file, uses }) => useIn(file, uses)),
    ]),
  );
}

function useIn(
  file: string,
  uses: { readonly text: string; readonly at: Position } | undefined,
): readonly Use[] {
  const [, action, version] = /^([\w.-]+\/[^@\s]+)@(\S+)$/.exec(uses?.text ?? '') ?? [];
  return uses === undefined || action === undefined || version === undefined
    ? []
    : [{ file, at: uses.at, action, version }];
}

/** The first of each action, version and file: the others are mended with it. */
export function firstOfEach<U extends Use>(uses: readonly U[]): readonly U[] {
  const seen = new Set<string>();
  return uses.filter(({ file, action, version }) => {
    const key = `${file} ${action}@${version}`;
    return !seen.has(key) && seen.add(key).has(key);
  });
}
