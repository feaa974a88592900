/** What happened, as far as `on:` can ask for it. */
export interface Happening {
  readonly name: 'push' | 'repository_dispatch' | 'workflow_dispatch';
  /** For push: `refs/heads/main`, `refs/tags/v1`. */
  readonly ref?: string;
  /** For repository_dispatch. */
  readonly type?: string;
}

interface PushFilter {
  readonly branches?: readonly string[];
  readonly 'branches-ignore'?: readonly string[];
  readonly tags?: readonly string[];
  readonly 'tags-ignore'?: readonly string[];
  readonly paths?: readonly string[];
  readonly 'paths-ignore'?: readonly string[];
}

/**
 * Whether a workflow's `on:` listens to it.
 * @throws {Error} for filters that the playground does not support
 */
export function listens(events: Readonly<Record<string, unknown>>, happening: Happening): boolean {
  const filter = events[happening.name];
  if (filter === undefined) return false;
  if (happening.name === 'repository_dispatch') {
    const { types } = filter as { types?: readonly string[] };
    return types === undefined || types.includes(happening.type ?? '');
  }
  return happening.name === 'push'
    ? listensToPush(filter as PushFilter, happening.ref ?? '')
    : true;
}

function listensToPush(filter: PushFilter, ref: string): boolean {
  if (filter.paths !== undefined || filter['paths-ignore'] !== undefined)
    throw new Error('The playground does not support `paths` filters of push');
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const [wanted, ignored] = isTag
    ? [filter.tags, filter['tags-ignore']]
    : [filter.branches, filter['branches-ignore']];
  const [otherWanted] = isTag ? [filter.branches] : [filter.tags];
  if (ignored !== undefined) return !ignored.some((pattern) => matches(pattern, name));
  if (wanted !== undefined) return wanted.some((pattern) => matches(pattern, name));
  return otherWanted === undefined;
}

// `*` stops at a slash, `**` does not.
function matches(pattern: string, name: string): boolean {
  if (/[!?+[\]]/.test(pattern))
    throw new Error(`The playground does not support the filter ${pattern}`);
  const expression = pattern
    .replace(/[.^${}()|\\]/g, String.raw`\$&`)
    .replaceAll('**', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^${expression}$`).test(name);
}
