import * as v from 'valibot';

/** A status or a range of them, both ends included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** Where an answer says of which revision it is. */
export interface RevisionSource {
  readonly kind: 'header' | 'json';
  /** The header's name, or the path in the body. */
  readonly name: string;
  /** The commit; the answer may have its first digits alone (seven or more). */
  readonly revision: string;
}

/** What a URL must answer. */
export interface HttpExpectation {
  readonly statuses: readonly StatusRange[];
  /** Texts that the body must contain. */
  readonly contains: readonly string[];
  /** What the body must match. */
  readonly matches: RegExp | undefined;
  /** Path in the JSON body (`checks.db`, `items[0].id`) → the value there. */
  readonly json: ReadonlyMap<string, unknown>;
  /** Name → what the header's value must contain. */
  readonly headers: ReadonlyMap<string, string>;
  readonly revision: RevisionSource | undefined;
  readonly maxLatencySeconds: number | undefined;
  /** For how many days more the certificate must be good. */
  readonly tlsMinDays: number | undefined;
}

/** Reads `200`, `200-299, 301`; `undefined` when it is something else. */
export function parseStatuses(text: string): readonly StatusRange[] | undefined {
  const ranges: StatusRange[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part);
    if (!match) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from) return undefined;
    ranges.push({ from, to });
  }
  return ranges;
}

/** The same in a YAML list, where one status alone is a number. */
export const statuses = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => parseStatuses(String(given))),
  v.custom<readonly StatusRange[]>(
    (ranges) => ranges !== undefined,
    'must be statuses such as 200 or 200-299, 301',
  ),
);

/** The expectation as a sentence of an error. */
export function describeExpectation(expected: HttpExpectation): string {
  const list = expected.statuses
    .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
    .join(', ');
  return [
    `status ${list}`,
    ...expected.contains.map((text) => `a body with "${text}"`),
    ...(expected.matches === undefined ? [] : [`a body that matches ${String(expected.matches)}`]),
    ...[...expected.json].map(([path, value]) => `\`${path}\` = ${JSON.stringify(value)}`),
    ...[...expected.headers].map(([name, value]) => `the header ${name} with "${value}"`),
  ].join(' and ');
}
