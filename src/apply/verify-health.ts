import { findFault, type Fault, type HealthExpectation } from '../plan/health-expectation.js';
import type { UrlVerdict } from '../plan/verification-failure.js';
import type { Clock } from '../ports/clock.js';
import type { HttpProbe } from '../ports/http-probe.js';
import type { Reporter } from '../ports/reporter.js';

export interface Verification {
  readonly urls: readonly URL[];
  readonly expected: HealthExpectation;
  /** How many answers in a row must be as expected. */
  readonly successes: number;
  readonly intervalSeconds: number;
  /** No request begins later than that. */
  readonly timeoutSeconds: number;
  readonly requestTimeoutSeconds: number;
}

/** The log shows a sign of life that often. */
const signOfLifeSeconds = 15;

/** Asks all URLs, side by side, until each has passed or time is up. Never rejects for a bad answer. */
export async function verifyHealth(
  verification: Verification,
  probe: HttpProbe,
  clock: Clock,
  reporter: Reporter,
): Promise<readonly UrlVerdict[]> {
  const checks = verification.urls.map((url) => new UrlCheck(url, verification, clock, reporter));
  const ended = new AbortController();
  const signs = showSigns(checks, verification.timeoutSeconds, clock, reporter, ended.signal);
  try {
    return await Promise.all(checks.map((check) => check.run(probe)));
  } finally {
    ended.abort();
    await signs;
  }
}

async function showSigns(
  checks: readonly UrlCheck[],
  timeoutSeconds: number,
  clock: Clock,
  reporter: Reporter,
  ended: AbortSignal,
): Promise<void> {
  const started = clock.now().getTime();
  for (;;) {
    // The end of the checks ends the sleep, which is no failure.
    await clock.sleep(signOfLifeSeconds, ended).catch(() => undefined);
    if (ended.aborted) return;
    const seconds = Math.round((clock.now().getTime() - started) / 1000);
    const states = checks.flatMap((check) => check.state ?? []);
    reporter.info(`Verifying (${seconds} s of ${timeoutSeconds} s): ${states.join('; ')}`);
  }
}

/** The verification of one URL. */
class UrlCheck {
  readonly #url: URL;
  readonly #verification: Verification;
  readonly #clock: Clock;
  readonly #reporter: Reporter;
  #inRow = 0;
  #fault: Fault | undefined;
  #isDone = false;

  constructor(url: URL, verification: Verification, clock: Clock, reporter: Reporter) {
    this.#url = url;
    this.#verification = verification;
    this.#clock = clock;
    this.#reporter = reporter;
  }

  /** How it stands, in a few words; `undefined` once it is done. */
  get state(): string | undefined {
    if (this.#isDone) return undefined;
    return `${this.#url.href}: ${this.#fault?.text ?? this.#count()}`;
  }

  async run(probe: HttpProbe): Promise<UrlVerdict> {
    const { expected, successes, intervalSeconds, timeoutSeconds, requestTimeoutSeconds } =
      this.#verification;
    const started = this.#clock.now().getTime();
    const passed = (): number => (this.#clock.now().getTime() - started) / 1000;
    for (let attempts = 1; ; attempts++) {
      const answer = await probe.get(this.#url, requestTimeoutSeconds);
      this.#note(findFault(answer, expected));
      const seconds = passed();
      const isHealthy = this.#inRow >= successes;
      if (isHealthy || seconds + intervalSeconds > timeoutSeconds) {
        this.#isDone = true;
        const fault = isHealthy ? undefined : this.#lastFault();
        const outcome = fault === undefined ? 'healthy' : `given up, ${fault.text}`;
        this.#reporter.info(`${this.#url.href}: ${outcome} (${attempts} attempts)`);
        return { url: this.#url, fault, attempts, seconds, latencySeconds: answer.seconds };
      }
      await this.#clock.sleep(intervalSeconds);
    }
  }

  // A line for each change; what stays the same is in the signs of life.
  #note(fault: Fault | undefined): void {
    if (fault !== undefined && fault.text !== this.#fault?.text)
      this.#reporter.info(`${this.#url.href}: ${fault.text}`);
    this.#inRow = fault === undefined ? this.#inRow + 1 : 0;
    this.#fault = fault;
  }

  #lastFault(): Fault {
    return this.#fault ?? { kind: 'unsteady', text: `only ${this.#count()} before time was up` };
  }

  #count(): string {
    return `${this.#inRow} of ${this.#verification.successes} good answers in a row`;
  }
}
