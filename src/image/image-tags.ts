import { commitTag } from './image-reference.js';

/** What tags are made from. */
export interface TagFacts {
  /** The commit, 40 hex digits. */
  readonly sha: string;
  /** `refs/heads/main`, `refs/tags/v1.2.3` */
  readonly ref: string;
  /** `undefined` when the event does not say it. */
  readonly defaultBranch: string | undefined;
  /** Counts the runs of the workflow. */
  readonly runNumber: string;
  readonly now: Date;
}

/** The words that are no literal tags. */
const words = ['branch', 'semver', 'latest'];

const placeholders = ['sha', 'branch', 'tag', 'date', 'run'];

/** The grammar of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const tagPattern = /^\w[\w.-]{0,127}$/;

/**
 * What is wrong with an entry of `tags`.
 * @returns `undefined` when it is a word, a tag, or a template that makes one
 */
export function tagProblem(entry: string): string | undefined {
  if (words.includes(entry)) return undefined;
  const unknown = [...entry.matchAll(/\{([^}]*)\}/g)]
    .map(([, name = '']) => name)
    .find((name) => !placeholders.includes(name));
  if (unknown !== undefined)
    return `knows no {${unknown}}: there are ${placeholders.map((name) => `{${name}}`).join(', ')}`;
  return tagPattern.test(entry.replace(/\{\w+\}/g, 'x'))
    ? undefined
    : `has "${entry}", which makes no tag: letters, digits, \`_\`, \`.\`, \`-\`, 128 at most`;
}

/**
 * The tags of an image: `sha-<12>` first, then what the entries make of this commit. An entry that says
 * nothing of it (`branch` for a git tag, `latest` beside the default branch) makes none.
 */
export function imageTags(entries: readonly string[], facts: TagFacts): readonly string[] {
  return [...new Set([commitTag(facts.sha), ...entries.flatMap((entry) => tagsOf(entry, facts))])];
}

function tagsOf(entry: string, facts: TagFacts): readonly string[] {
  const values = placeholderValues(facts);
  switch (entry) {
    case 'branch':
      return values.branch === undefined ? [] : [values.branch];
    case 'semver':
      return values.tag === undefined ? [] : versionTags(values.tag);
    case 'latest':
      return facts.defaultBranch !== undefined && facts.ref === `refs/heads/${facts.defaultBranch}`
        ? ['latest']
        : [];
    default:
      return fillTemplate(entry, values);
  }
}

function placeholderValues({
  sha,
  ref,
  runNumber,
  now,
}: TagFacts): Record<string, string | undefined> {
  const named = (kind: string): string | undefined =>
    ref.startsWith(`refs/${kind}/`) ? asTag(ref.slice(`refs/${kind}/`.length)) : undefined;
  return {
    sha: sha.slice(0, 12),
    branch: named('heads'),
    tag: named('tags'),
    date: now.toISOString().slice(0, 10).replaceAll('-', ''),
    run: runNumber,
  };
}

function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => values[name] === undefined)) return [];
  return [template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').slice(0, 128)];
}

/** `feature/new login` → `feature-new-login` */
function asTag(name: string): string {
  return name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
}

/**
 * `v1.2.3` → `1.2.3`, `1.2`, `1`. A pre-release is only itself, and 0.x promises nothing for `0`.
 * Source: https://semver.org/#spec-item-4 and #spec-item-9
 */
function versionTags(tag: string): readonly string[] {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(-[\w.-]+)?$/.exec(tag);
  if (match === null) return [];
  const [, major = '', minor = '', patch = '', pre] = match;
  const full = `${major}.${minor}.${patch}${pre ?? ''}`;
  if (pre !== undefined) return [full];
  return [full, `${major}.${minor}`, ...(major === '0' ? [] : [major])];
}
