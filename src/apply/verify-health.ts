import { failure } from '../errors/index.js';
import {
  describeExpectation,
  findFault,
  type HealthExpectation,
} from '../plan/health-expectation.js';
import type { Clock } from '../ports/clock.js';
import type { HttpProbe } from '../ports/http-probe.js';
import type { Reporter } from '../ports/reporter.js';
import type { HostState } from '../errors/index.js';

export interface Verification {
  readonly urls: readonly URL[];
  readonly expected: HealthExpectation;
  /** How many answers in a row must be as expected. */
  readonly successes: number;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly requestTimeoutSeconds: number;
}

/** How one URL did. */
export interface UrlVerdict {
  readonly url: URL;
  /** What was wrong at last; `undefined` when it passed. */
  readonly fault: string | undefined;
  readonly attempts: number;
  readonly seconds: number;
  /** Of the last answer. */
  readonly latencySeconds: number;
}

/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;

/** Asks all URLs, side by side, until each has passed or time is up. Never rejects for a bad answer. */
export function verifyHealth(
  verification: Verification,
  probe: HttpProbe,
  clock: Clock,
  reporter: Reporter,
): Promise<readonly UrlVerdict[]> {
  return Promise.all(
    verification.urls.map((url) => verifyUrl(url, verification, probe, clock, reporter)),
  );
}

/**
 * The error of a verification that did not pass.
 * @returns `undefined` when every URL passed
 */
export function verificationFailure(
  verdicts: readonly UrlVerdict[],
  expected: HealthExpectation,
  hostState: HostState,
): Error | undefined {
  const [first, ...others] = verdicts.filter(({ fault }) => fault !== undefined);
  if (first === undefined) return undefined;
  return failure(
    'verify-failed',
    {
      url: first.url.href,
      seconds: Math.round(first.seconds),
      attempts: first.attempts,
      answer: first.fault ?? '',
      expected: describeExpectation(expected),
    },
    { hostState, details: others.map(({ url, fault }) => `${url.href}: ${fault ?? ''}`) },
  );
}

/** The faults of a verification in one sentence, or `undefined` when every URL passed. */
export function describeFaults(verdicts: readonly UrlVerdict[]): string | undefined {
  const faults = verdicts.flatMap(({ url, fault }) =>
    fault === undefined ? [] : `${url.href}: ${fault}`,
  );
  return faults.length === 0 ? undefined : faults.join('; ');
}

async function verifyUrl(
  url: URL,
  verification: Verification,
  probe: HttpProbe,
  clock: Clock,
  reporter: Reporter,
): Promise<UrlVerdict> {
  const { expected, successes, intervalSeconds, timeoutSeconds, requestTimeoutSeconds } =
    verification;
  const started = clock.now().getTime();
  const passed = (): number => (clock.now().getTime() - started) / 1000;
  let inRow = 0;
  let reported = -reportEverySeconds;
  let last: string | undefined;
  for (let attempts = 1; ; attempts++) {
    const answer = await probe.get(url, requestTimeoutSeconds);
    const fault = findFault(answer, expected);
    inRow = fault === undefined ? inRow + 1 : 0;
    const verdict = { url, fault, attempts, seconds: passed(), latencySeconds: answer.seconds };
    if (inRow >= successes) {
      reporter.info(`${url.href}: passed after ${attempts} attempts`);
      return verdict;
    }
    if (passed() + intervalSeconds > timeoutSeconds)
      return {
        ...verdict,
        fault: fault ?? `only ${inRow} of ${successes} good answers in a row before time was up`,
      };
    if (
      fault !== undefined &&
      (fault !== last || passed() - reported >= reportEverySeconds - intervalSeconds)
    ) {
      reported = passed();
      reporter.info(`${url.href}: ${fault} (${Math.round(reported)} s of ${timeoutSeconds} s)`);
    }
    last = fault;
    await clock.sleep(intervalSeconds);
  }
}
