import type { ConnectionFault, HttpAnswer } from '../ports/http-probe.js';

/** A status or a range of them, both ends included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** What a URL must answer. */
export interface HealthExpectation {
  readonly statuses: readonly StatusRange[];
  /** Text that the body must contain. */
  readonly body: string | undefined;
}

/** What is wrong with an answer. */
export interface Fault {
  /** `unsteady`: good answers came, but not enough of them in a row. */
  readonly kind: ConnectionFault | 'redirect' | 'status' | 'body' | 'unsteady';
  /** The same in a few words. */
  readonly text: string;
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

/** What is wrong with an answer, or `undefined` when it is as expected. */
export function findFault(answer: HttpAnswer, expected: HealthExpectation): Fault | undefined {
  if (answer.kind === 'error') return { kind: answer.fault, text: answer.message };
  const { status, location, body } = answer;
  if (!expected.statuses.some(({ from, to }) => status >= from && status <= to))
    return location === undefined
      ? { kind: 'status', text: `status ${status}` }
      : { kind: 'redirect', text: `status ${status}, a redirect to ${location}` };
  if (expected.body !== undefined && !body.includes(expected.body))
    return {
      kind: 'body',
      text: `status ${status}, but the body does not contain "${expected.body}"`,
    };
  return undefined;
}

/** The expectation as a sentence of an error. */
export function describeExpectation({ statuses, body }: HealthExpectation): string {
  const list = statuses
    .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
    .join(', ');
  return `status ${list}${body === undefined ? '' : ` and a body with "${body}"`}`;
}
