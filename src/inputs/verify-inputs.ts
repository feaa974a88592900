import { parseStatuses, type StatusRange } from '../plan/health-expectation.js';
import { InputProblem, type InputKind } from './kind.js';
import type { Inputs } from './definition.js';
import { duration, httpUrl, listOf, text, wholeNumber } from './kinds.js';

const statuses: InputKind<readonly StatusRange[]> = {
  describe: 'statuses and ranges (`200`, `200-299, 301`)',
  parse(value) {
    const ranges = parseStatuses(value);
    if (ranges === undefined)
      throw new InputProblem(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
    return ranges;
  },
};

/** What to verify: the same in verify-health and in the root action. */
export const verifyInputs = {
  expectStatus: {
    kind: statuses,
    default: '200',
    description:
      'The statuses that count as healthy. Redirects are not followed: they count as they are.',
  },
  expectBody: {
    kind: text,
    description: 'Text that each body must contain (in its first 64 KiB).',
  },
  successes: {
    kind: wholeNumber(1, 100),
    default: '3',
    description: 'How many good answers in a row each URL must give.',
  },
  interval: {
    kind: duration,
    default: '1s',
    description: 'The pause between two requests to a URL.',
  },
  timeout: {
    kind: duration,
    default: '120s',
    description: 'How long the URLs may take to become healthy.',
  },
  requestTimeout: { kind: duration, default: '10s', description: 'How long one request may take.' },
} as const;

const urls = listOf('list of URLs, one a line', httpUrl);

/** The URLs themselves: required where verifying is all that an action does. */
export const urlList: InputKind<readonly URL[]> = {
  describe: urls.describe,
  parse(value) {
    const list = urls.parse(value);
    if (list.length === 0) throw new InputProblem('must name at least one URL');
    return list;
  },
};

/** The time must do for that many good answers in a row, else no URL could ever pass. */
export function enoughTimeToVerify({
  successes,
  interval,
  timeout,
}: Pick<Inputs<typeof verifyInputs>, 'successes' | 'interval' | 'timeout'>): string | undefined {
  const needed = (successes - 1) * interval;
  return needed <= timeout
    ? undefined
    : `${successes} answers every ${interval} s take ${needed} s, longer than the ${timeout} s to verify`;
}
