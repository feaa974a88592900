import { filterOf, triggerOf, type Workflow } from './model.js';
import { exampleOf } from './ref-pattern.js';

/** More branches and tags than that are tried for no checkout. */
const maxRefs = 40;

/**
 * The branches and tags to try, as full refs: those that filters and conditions speak of, and one of each kind that
 * nothing speaks of.
 */
export function refsOf(
  workflows: readonly Workflow[],
  defaultBranch: string | undefined,
): readonly string[] {
  const pushes = workflows.flatMap((workflow) => triggerOf(workflow, 'push') ?? []);
  const filtered = (...filters: readonly ('branches' | 'branches-ignore' | 'tags')[]) =>
    pushes.flatMap((trigger) =>
      filters.flatMap((filter) =>
        (filterOf(trigger, filter) ?? []).filter((text) => !text.startsWith('!')).map(exampleOf),
      ),
    );
  const spoken = workflows.flatMap(({ text }) => refsIn(text));
  const branches = ['main', 'master', ...filtered('branches', 'branches-ignore'), ...spoken];
  const first = defaultBranch === undefined ? [] : [defaultBranch];
  return [
    ...new Set([
      ...[...first, ...branches, 'some-branch']
        .map((name) => `refs/heads/${name}`)
        .slice(0, maxRefs),
      ...['v1.2.3', ...filtered('tags'), 'some-tag']
        .map((name) => `refs/tags/${name}`)
        .slice(0, maxRefs),
    ]),
  ];
}

/** Branches and tags that a condition speaks of, as full refs: `github.ref_name == 'nightly'` may be either. */
export function refsSpokenOf(condition: string): readonly string[] {
  const tags = [...condition.matchAll(/'refs\/tags\/([\w./-]+)'/g)].map(([, name = '']) => name);
  const names = refsIn(condition);
  return [
    ...names.map((name) => `refs/heads/${name}`),
    ...[...names, ...tags].map((name) => `refs/tags/${name}`),
  ];
}

// `github.ref == 'refs/heads/develop'`, `github.ref_name == 'develop'`
function refsIn(text: string): readonly string[] {
  const compared = text.matchAll(
    /'refs\/heads\/([\w./-]+)'|(?:ref_name\s*[!=]=|With\(\s*github\.ref_name\s*,)\s*'([\w./-]+)'/g,
  );
  return [...compared].map(([, full, name]) => full ?? name ?? '');
}
