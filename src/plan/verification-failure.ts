import { failure, type DeployKitError, type HostState } from '../errors/index.js';
import { describeExpectation, type Fault, type HealthExpectation } from './health-expectation.js';

/** How one URL did. */
export interface UrlVerdict {
  readonly url: URL;
  /** What was wrong at last; `undefined` when it passed. */
  readonly fault: Fault | undefined;
  readonly attempts: number;
  readonly seconds: number;
  /** Of the last answer. */
  readonly latencySeconds: number;
}

interface FailedVerdict extends UrlVerdict {
  readonly fault: Fault;
}

/**
 * The error of a verification that did not pass: the entry of the first URL's fault, with what every
 * other failing URL said below it.
 * @returns `undefined` when every URL passed
 */
export function verificationFailure(
  verdicts: readonly UrlVerdict[],
  expected: HealthExpectation,
  hostState: HostState,
): DeployKitError | undefined {
  const [first, ...others] = verdicts.filter(
    (verdict): verdict is FailedVerdict => verdict.fault !== undefined,
  );
  if (first === undefined) return undefined;
  const { url } = first;
  const details = others.map((other) => `${other.url.href}: ${other.fault.text}`);
  return failure(
    entryOf(first.fault),
    {
      url: url.href,
      host: `${url.hostname}:${portOf(url)}`,
      name: url.hostname,
      port: portOf(url),
      seconds: Math.round(first.seconds),
      attempts: first.attempts,
      answer: first.fault.text,
      expected: describeExpectation(expected),
    },
    { hostState, details },
  );
}

/** The faults of a verification in one sentence, or `undefined` when every URL passed. */
export function describeFaults(verdicts: readonly UrlVerdict[]): string | undefined {
  const faults = verdicts.flatMap(({ url, fault }) =>
    fault === undefined ? [] : `${url.href}: ${fault.text}`,
  );
  return faults.length === 0 ? undefined : faults.join('; ');
}

function entryOf({ kind }: Fault) {
  switch (kind) {
    case 'name-unknown':
      return 'verify-name-unknown';
    case 'refused':
      return 'verify-refused';
    case 'timed-out':
      return 'verify-timed-out';
    case 'tls':
      return 'verify-tls-failed';
    case 'broken':
      return 'verify-connection-broken';
    case 'redirect':
      return 'verify-redirected';
    case 'status':
      return 'verify-wrong-status';
    case 'body':
      return 'verify-body-differs';
    case 'unsteady':
    case 'other':
      return 'verify-failed';
  }
}

function portOf(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}
