import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { yamlValue } from '../read-yaml.js';
import { parseStatuses, type HttpExpectation } from './http-expectation.js';
import { redirectModes } from './redirects.js';
import { viewpoints, type Target, type UrlDefaults } from './target.js';

/** A target as it is written, made whole by the defaults of the other inputs. */
export type TargetOf = (defaults: UrlDefaults) => Target;

/** What is wrong with the list, every problem in a sentence. */
export class TargetProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const texts = v.record(v.string(), v.pipe(scalar, v.transform(String)));
const oneOrMore = v.union([
  v.pipe(
    scalar,
    v.transform((one) => [String(one)]),
  ),
  v.array(v.pipe(scalar, v.transform(String))),
]);

function address(...schemes: readonly string[]) {
  return v.pipe(
    v.string('must be a URL'),
    v.check((text) => URL.canParse(text), 'must be a URL'),
    v.transform((text) => new URL(text)),
    v.check(
      ({ protocol }) => schemes.includes(protocol.slice(0, -1)),
      `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    ),
    // They would show in every log line and in the summary.
    v.check(
      ({ username, password }) => username === '' && password === '',
      'must not carry a user and password',
    ),
  );
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };
const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m)$/;
const seconds = v.pipe(
  v.string('must be a number with a unit, such as 500ms'),
  v.regex(durationPattern, 'must be a number with a unit, such as 500ms'),
  v.transform((text) => {
    const [, number = '', unit = ''] = durationPattern.exec(text) ?? [];
    return Number(number) * (units[unit] ?? 1);
  }),
);

const regularExpression = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return new RegExp(dataset.value, 'u');
    } catch {
      addIssue({ message: 'must be a regular expression' });
      return NEVER;
    }
  }),
);

const statuses = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => parseStatuses(String(given))),
  v.custom<NonNullable<ReturnType<typeof parseStatuses>>>(
    (ranges) => ranges !== undefined,
    'must be statuses such as 200 or 200-299, 301',
  ),
);

const urlFields = {
  status: v.optional(statuses),
  body: v.optional(oneOrMore),
  matches: v.optional(regularExpression),
  json: v.optional(v.record(v.string(), v.unknown())),
  header: v.optional(texts),
  'max-latency': v.optional(seconds),
  method: v.optional(
    v.picklist(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
    'GET',
  ),
  'request-headers': v.optional(texts, {}),
  'request-body': v.optional(v.string()),
  redirects: v.optional(v.picklist(redirectModes)),
  from: v.optional(v.picklist(viewpoints)),
};

const schemas = {
  url: v.strictObject({ url: address('http', 'https'), ...urlFields }),
  page: v.strictObject({ page: address('http', 'https'), ...urlFields }),
  websocket: v.strictObject({
    websocket: address('ws', 'wss'),
    'request-headers': v.optional(texts, {}),
  }),
  tcp: v.strictObject({
    tcp: v.pipe(v.string(), v.regex(/^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i, 'must be HOST:PORT')),
  }),
  command: v.strictObject({ command: v.string() }),
  containers: v.strictObject({
    containers: v.pipe(
      oneOrMore,
      v.transform((names) => (names.length === 1 && names[0] === 'all' ? [] : names)),
    ),
  }),
} as const;

type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as readonly Kind[];

/**
 * Reads a list of targets: YAML, each entry with one of `url`, `page`, `websocket`, `tcp`, `command`,
 * `containers`, and what it must be like.
 * @throws {TargetProblems} with every problem of every entry
 */
export function parseTargets(text: string): readonly TargetOf[] {
  const read = yamlValue(parseDocument(text));
  if ('problem' in read) throw new TargetProblems([`must be YAML: ${read.problem}`]);
  const content = read.value;
  if (!Array.isArray(content) || content.length === 0)
    throw new TargetProblems(['must be a list, each entry such as `- url: https://…`']);
  const problems: string[] = [];
  const targets = content.flatMap((entry: unknown, index) => {
    const target = parseTarget(entry);
    if (typeof target === 'function') return [target];
    problems.push(...target.map((problem) => `entry ${index + 1} ${problem}`));
    return [];
  });
  if (problems.length > 0) throw new TargetProblems(problems);
  return targets;
}

function parseTarget(entry: unknown): TargetOf | readonly string[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return ['must be a mapping such as `url: https://…`'];
  const kind = kinds.find((name) => name in entry);
  if (kind === undefined) return [`must have one of ${kinds.join(', ')}`];
  const result = v.safeParse(schemas[kind], entry);
  if (!result.success)
    return result.issues.map((issue) => describe(issue, Object.keys(schemas[kind].entries)));
  const value = result.output;
  if ('url' in value) return (defaults) => urlTarget('url', value.url, value, defaults);
  if ('page' in value) return (defaults) => urlTarget('page', value.page, value, defaults);
  if ('websocket' in value)
    return () => ({
      kind: 'websocket',
      url: value.websocket,
      headers: new Map(Object.entries(value['request-headers'])),
    });
  if ('tcp' in value) {
    const at = value.tcp.lastIndexOf(':');
    const host = value.tcp.slice(0, at).replace(/^\[|\]$/g, '');
    return () => ({ kind: 'tcp', host, port: Number(value.tcp.slice(at + 1)) });
  }
  if ('command' in value) return () => ({ kind: 'command', command: value.command });
  return () => ({ kind: 'containers', services: value.containers });
}

interface UrlFields {
  readonly status?: HttpExpectation['statuses'] | undefined;
  readonly body?: readonly string[] | undefined;
  readonly matches?: RegExp | undefined;
  readonly json?: Readonly<Record<string, unknown>> | undefined;
  readonly header?: Readonly<Record<string, string>> | undefined;
  readonly 'max-latency'?: number | undefined;
  readonly method: string;
  readonly 'request-headers': Readonly<Record<string, string>>;
  readonly 'request-body'?: string | undefined;
  readonly redirects?: UrlDefaults['redirects'] | undefined;
  readonly from?: UrlDefaults['from'] | undefined;
}

function urlTarget(
  kind: 'url' | 'page',
  url: URL,
  given: UrlFields,
  { expected, redirects, from }: UrlDefaults,
): Target {
  return {
    kind,
    url,
    method: given.method,
    headers: new Map(Object.entries(given['request-headers'])),
    body: given['request-body'],
    redirects: given.redirects ?? redirects,
    from: given.from ?? from,
    expected: {
      ...expected,
      statuses: given.status ?? expected.statuses,
      contains: given.body ?? expected.contains,
      matches: given.matches,
      json: new Map(Object.entries(given.json ?? {})),
      headers: new Map(Object.entries(given.header ?? {})),
      maxLatencySeconds: given['max-latency'] ?? expected.maxLatencySeconds,
    },
  };
}

function describe(issue: v.BaseIssue<unknown>, known: readonly string[]): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  if (issue.type === 'strict_object') {
    const near = closest(path, [...known]);
    const hint = distance(path, near) <= 3 ? `; did you mean \`${near}\`?` : '';
    return `has \`${path}\`, which it can't have${hint}`;
  }
  if (issue.type === 'picklist')
    return `has \`${path}\`, which must be one of ${issue.expected ?? ''}`;
  return `has \`${path}\`, which ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}`;
}
