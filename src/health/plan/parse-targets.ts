import * as v from 'valibot';
import {
  address,
  describeIssue,
  parseEntries,
  seconds,
  type ReadEntry,
} from '../../text/entry-list.js';
import { statuses, type HttpExpectation } from './http-expectation.js';
import { redirectModes } from './redirects.js';
import { viewpoints, type Target, type UrlDefaults } from './target.js';

/** A target as it is written, made whole by the defaults of the other inputs. */
export type TargetOf = (defaults: UrlDefaults) => Target;

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const texts = v.record(v.string(), v.pipe(scalar, v.transform(String)));
const oneOrMore = v.union([
  v.pipe(
    scalar,
    v.transform((one) => [String(one)]),
  ),
  v.array(v.pipe(scalar, v.transform(String))),
]);

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
 * @throws {ListProblems} with every problem of every entry
 */
export function parseTargets(text: string): readonly TargetOf[] {
  return parseEntries(text, 'url: https://…', readTarget);
}

function readTarget(entry: object): ReadEntry<TargetOf> {
  const kind = kinds.find((name) => name in entry);
  if (kind === undefined) return { problems: [`must have one of ${kinds.join(', ')}`] };
  const result = v.safeParse(schemas[kind], entry);
  if (result.success) return { value: targetOf(result.output) };
  const known = Object.keys(schemas[kind].entries);
  return { problems: result.issues.map((issue) => describeIssue(issue, known)) };
}

function targetOf(value: v.InferOutput<(typeof schemas)[Kind]>): TargetOf {
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
