import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { yamlValue } from './read-yaml.js';

/** What is wrong with a list, every problem in a sentence. */
export class ListProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/** One entry of a list, or what is wrong with it. */
export type ReadEntry<Entry> = { readonly value: Entry } | { readonly problems: readonly string[] };

/**
 * Reads a YAML list whose entries are mappings.
 * @param example what an entry looks like: `url: https://…`
 * @throws {ListProblems} with every problem of every entry
 */
export function parseEntries<Entry>(
  text: string,
  example: string,
  read: (entry: object) => ReadEntry<Entry>,
): readonly Entry[] {
  const yaml = yamlValue(parseDocument(text));
  if ('problem' in yaml) throw new ListProblems([`must be YAML: ${yaml.problem}`]);
  const content = yaml.value;
  if (!Array.isArray(content) || content.length === 0)
    throw new ListProblems([`must be a list, each entry such as \`- ${example}\``]);
  const problems: string[] = [];
  const entries = content.flatMap((entry: unknown, index) => {
    const result =
      typeof entry !== 'object' || entry === null || Array.isArray(entry)
        ? { problems: [`must be a mapping such as \`${example}\``] }
        : read(entry);
    if ('value' in result) return [result.value];
    problems.push(...result.problems.map((problem) => `entry ${index + 1} ${problem}`));
    return [];
  });
  if (problems.length > 0) throw new ListProblems(problems);
  return entries;
}

/** An issue of valibot as a sentence after "entry 1". */
export function describeIssue(issue: v.BaseIssue<unknown>, known: readonly string[]): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  if (issue.type === 'strict_object') {
    const near = nearest(path, known);
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    return `has \`${path}\`, which it can't have${hint}`;
  }
  if (issue.type === 'picklist')
    return `has \`${path}\`, which must be one of ${issue.expected ?? ''}`;
  return `has \`${path}\`, which ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}`;
}

/** The known word that a misspelt one may mean. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = closest(word, [...known]);
  return distance(word, near) <= 3 ? near : undefined;
}

/** A URL of one of those schemes, without a user and password: they would show in logs and summaries. */
export function address(...schemes: readonly string[]) {
  return v.pipe(
    v.string('must be a URL'),
    v.check((text) => URL.canParse(text), 'must be a URL'),
    v.transform((text) => new URL(text)),
    v.check(
      ({ protocol }) => schemes.includes(protocol.slice(0, -1)),
      `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    ),
    v.check(
      ({ username, password }) => username === '' && password === '',
      'must not carry a user and password',
    ),
  );
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };
const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m)$/;

/** `500ms`, `10s`, `2m`, as seconds. */
export const seconds = v.pipe(
  v.string('must be a number with a unit, such as 500ms'),
  v.regex(durationPattern, 'must be a number with a unit, such as 500ms'),
  v.transform((text) => {
    const [, number = '', unit = ''] = durationPattern.exec(text) ?? [];
    return Number(number) * (units[unit] ?? 1);
  }),
);
