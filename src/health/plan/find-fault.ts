import type { Certificate, ConnectionFailure, HttpAnswer } from '../../net/http-probe.js';
import type { Fault } from './fault.js';
import type { HttpExpectation, RevisionSource } from './http-expectation.js';

/** What is wrong with an answer, or `undefined` when it is as expected. */
export function findFault(answer: HttpAnswer, expected: HttpExpectation): Fault | undefined {
  if (answer.kind === 'error') return connectionFault(answer);
  const { status, location, body, headers, seconds, certificate } = answer;
  const isExpected = expected.statuses.some(({ from, to }) => status >= from && status <= to);
  if (!isExpected && location !== undefined)
    return { kind: 'redirect', text: `status ${status}, a redirect to ${location}` };
  if (!isExpected)
    return {
      kind: 'status',
      text: `status ${status}`,
      // Who may not ask now may not ask later.
      ...(status === 401 || status === 403 ? { isFinal: true } : {}),
    };
  return (
    wrongBody(status, body, expected) ??
    wrongJson(body, expected.json) ??
    wrongHeader(headers, expected.headers) ??
    wrongRevision(headers, body, expected.revision) ??
    expiringCertificate(certificate, expected.tlsMinDays) ??
    slowAnswer(seconds, expected.maxLatencySeconds)
  );
}

function connectionFault({ fault: kind, message: text, isKnown }: ConnectionFailure): Fault {
  const isFinal = kind === 'certificate-name' || (kind === 'name-unknown' && isKnown);
  return { kind, text, ...(isFinal ? { isFinal } : {}) };
}

function wrongBody(
  status: number,
  body: string,
  { contains, matches }: HttpExpectation,
): Fault | undefined {
  const missing = contains.find((text) => !body.includes(text));
  if (missing !== undefined)
    return { kind: 'body', text: `status ${status}, but the body does not contain "${missing}"` };
  if (matches !== undefined && !matches.test(body))
    return {
      kind: 'body',
      text: `status ${status}, but the body does not match ${String(matches)}`,
    };
  return undefined;
}

function wrongJson(body: string, wanted: ReadonlyMap<string, unknown>): Fault | undefined {
  if (wanted.size === 0) return undefined;
  const content = parseJson(body);
  if (content === undefined) return { kind: 'json', text: 'the body is no JSON' };
  for (const [path, value] of wanted) {
    const found = valueAt(content.value, path);
    const [seen, due] = [
      found === undefined ? 'not there' : JSON.stringify(found),
      JSON.stringify(value),
    ];
    if (seen !== due) return { kind: 'json', text: `\`${path}\` is ${seen}, not ${due}` };
  }
  return undefined;
}

function wrongHeader(
  headers: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): Fault | undefined {
  for (const [name, part] of wanted) {
    const value = headers.get(name.toLowerCase());
    if (value?.includes(part) !== true)
      return {
        kind: 'header',
        text: `the header ${name} is ${value === undefined ? 'not there' : `"${value}"`}, not "${part}"`,
      };
  }
  return undefined;
}

/** As many digits of a commit as tell it from others. */
const leastDigits = 7;

function wrongRevision(
  headers: ReadonlyMap<string, string>,
  body: string,
  source: RevisionSource | undefined,
): Fault | undefined {
  if (source === undefined) return undefined;
  const { kind, name, revision } = source;
  const found =
    kind === 'header' ? headers.get(name.toLowerCase()) : valueAt(parseJson(body)?.value, name);
  const digits = typeof found === 'string' ? found.trim().replace(/^sha-/, '') : '';
  if (digits.length >= leastDigits && revision.startsWith(digits)) return undefined;
  const what = found === undefined ? 'does not say which it is' : `is ${JSON.stringify(found)}`;
  return { kind: 'revision', text: `the revision that answers ${what}, not ${revision}` };
}

function expiringCertificate(
  certificate: Certificate | undefined,
  days: number | undefined,
): Fault | undefined {
  if (days === undefined || certificate === undefined || certificate.daysLeft >= days)
    return undefined;
  return {
    kind: 'certificate-expires',
    text: `the certificate is good for ${Math.floor(certificate.daysLeft)} more days, not ${days}`,
  };
}

function slowAnswer(seconds: number, most: number | undefined): Fault | undefined {
  if (most === undefined || seconds <= most) return undefined;
  return {
    kind: 'slow',
    text: `the answer took ${Math.round(seconds * 1000)} ms, more than ${Math.round(most * 1000)} ms`,
  };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/**
 * The value at a path of parsed JSON; `undefined` when there is none.
 * @param path keys and positions: `checks.db`, `items[0].id`
 */
export function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const key of path.split(/\.|\[|\]\.?/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
