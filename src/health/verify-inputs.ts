import { parseStatuses, type RevisionSource, type StatusRange } from './plan/http-expectation.js';
import { ListProblems } from '../text/entry-list.js';
import { parseTargets, type TargetOf } from './plan/parse-targets.js';
import { redirectModes } from './plan/redirects.js';
import { viewpoints } from './plan/target.js';
import { InputProblem, type InputKind } from '../inputs/kind.js';
import type { Inputs } from '../inputs/definition.js';
import { boolean, choice, duration, httpUrl, listOf, text, wholeNumber } from '../inputs/kinds.js';
import { networkInputs } from './network-inputs.js';

const statuses: InputKind<readonly StatusRange[]> = {
  describe: 'statuses and ranges (`200`, `200-299, 301`)',
  parse(value) {
    const ranges = parseStatuses(value);
    if (ranges === undefined)
      throw new InputProblem(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
    return ranges;
  },
};

const revisionSource: InputKind<Pick<RevisionSource, 'kind' | 'name'>> = {
  describe: '`header:NAME` or `json:PATH`',
  parse(value) {
    const [, kind, name = ''] = /^(header|json):\s*(\S+)$/.exec(value) ?? [];
    if (kind !== 'header' && kind !== 'json')
      throw new InputProblem(`must be header:NAME or json:PATH, not "${value}"`);
    return { kind, name };
  },
};

const targetList: InputKind<readonly TargetOf[]> = {
  describe: 'list in YAML',
  parse(value) {
    try {
      return parseTargets(value);
    } catch (error) {
      if (error instanceof ListProblems) throw new InputProblem(error.message);
      throw error;
    }
  },
};

/** What to verify: the same in verify-health and in the root action. */
export const verifyInputs = {
  targets: {
    kind: targetList,
    description:
      'What must be healthy, as a list in YAML: each entry is a `url`, a `page`, a `websocket`, a `tcp` port, a `command` or `containers`, with what it must be like (see the guide of verify-health).',
  },
  expectStatus: {
    kind: statuses,
    default: '200',
    description: 'The statuses that count as healthy.',
  },
  expectBody: {
    kind: text,
    description: 'Text that each body must contain (in its first 64 KiB).',
  },
  expectRevision: {
    kind: revisionSource,
    description:
      'Where an answer says of which commit it is: `header:X-Revision` or `json:build.commit`. It must be the commit that is deployed (its first seven digits do), so that an old container behind a proxy is not taken for success.',
  },
  redirects: {
    kind: choice(...redirectModes),
    default: 'none',
    description:
      'Which redirects are followed: `none` (a redirect is an answer, and counts by its status), `same-host`, `any`. One to localhost, or in a circle, is always a failure.',
  },
  from: {
    kind: choice(...viewpoints),
    default: 'runner',
    description:
      'Where URLs are asked from: the `runner`, the server (`host`, through SSH, with its curl or wget), or `both`.',
  },
  ...networkInputs,
  tlsMinDays: {
    kind: wholeNumber(1, 398),
    description: 'For how many days more each certificate must be good (asked from the runner).',
  },
  successes: {
    kind: wholeNumber(1, 100),
    default: '3',
    description: 'How many good looks in a row each of them must give.',
  },
  interval: {
    kind: duration,
    default: '1s',
    description: 'The pause between two looks.',
  },
  timeout: {
    kind: duration,
    default: '120s',
    description: 'How long they may take to become healthy.',
  },
  failFast: {
    kind: boolean,
    default: 'false',
    description:
      'Give up at once on what waiting can hardly mend: a name that does not exist, a certificate for another name, status 401 or 403, a port that is not published.',
  },
  soak: {
    kind: duration,
    default: '0s',
    description: 'How long what is healthy is watched further.',
  },
  maxFailures: {
    kind: wholeNumber(0, 10_000),
    default: '0',
    description: 'How many looks at each of them may fail in that time.',
  },
  requestTimeout: { kind: duration, default: '10s', description: 'How long one request may take.' },
} as const;

/** URLs that are all verified in the same way. */
export const urlList = listOf('list of URLs, one a line', httpUrl);

/** Something must be verified: else nothing would count as healthy. */
export function somethingToVerify({
  urls,
  targets,
}: {
  readonly urls: readonly URL[] | undefined;
  readonly targets: readonly TargetOf[] | undefined;
}): string | undefined {
  return (urls ?? []).length + (targets ?? []).length === 0
    ? '`urls` or `targets` must name at least one thing to verify'
    : undefined;
}

/** The time must do for that many good looks in a row, else nothing could ever pass. */
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
