import type { Fault } from './plan/fault.js';
import type { HealthVerdict } from './plan/verdict.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { HealthCheck } from './health-check.js';

/** How long something is looked at, and what counts. */
export interface Patience {
  /** How many good looks in a row make it healthy. */
  readonly successes: number;
  readonly intervalSeconds: number;
  /** No look begins later than that. */
  readonly timeoutSeconds: number;
  /** Whether a fault that waiting can't mend ends it at once. */
  readonly failFast: boolean;
  /** How long what is healthy is watched further. */
  readonly soakSeconds: number;
  /** How many looks may fail meanwhile. */
  readonly maxFailures: number;
}

/** The log shows a sign of life that often. */
const signOfLifeSeconds = 15;

/** Looks at all of them, side by side, until each has passed or time is up. Never rejects for a bad look. */
export async function verifyHealth(
  checks: readonly HealthCheck[],
  patience: Patience,
  clock: Clock,
  reporter: Reporter,
): Promise<readonly HealthVerdict[]> {
  const trials = checks.map((check) => new Trial(check, patience, clock, reporter));
  const ended = new AbortController();
  const signs = showSigns(trials, patience, clock, reporter, ended.signal);
  try {
    return await Promise.all(trials.map((trial) => trial.run()));
  } finally {
    ended.abort();
    await signs;
  }
}

async function showSigns(
  trials: readonly Trial[],
  { timeoutSeconds, soakSeconds }: Patience,
  clock: Clock,
  reporter: Reporter,
  ended: AbortSignal,
): Promise<void> {
  const started = clock.now().getTime();
  for (;;) {
    // The end of the trials ends the sleep, which is no failure.
    await clock.sleep(signOfLifeSeconds, ended).catch(() => undefined);
    if (ended.aborted) return;
    const seconds = Math.round((clock.now().getTime() - started) / 1000);
    const states = trials.flatMap((trial) => trial.state ?? []);
    reporter.info(
      `Verifying (${seconds} s of ${timeoutSeconds + soakSeconds} s): ${states.join('; ')}`,
    );
  }
}

/** One check, looked at until it has passed or failed. */
class Trial {
  readonly #check: HealthCheck;
  readonly #patience: Patience;
  readonly #clock: Clock;
  readonly #reporter: Reporter;
  readonly #latencies: number[] = [];
  #attempts = 0;
  #inRow = 0;
  #fault: Fault | undefined;
  #soak: { looks: number; failures: number } | undefined;
  #isDone = false;

  constructor(check: HealthCheck, patience: Patience, clock: Clock, reporter: Reporter) {
    this.#check = check;
    this.#patience = patience;
    this.#clock = clock;
    this.#reporter = reporter;
  }

  /** How it stands, in a few words; `undefined` once it is done. */
  get state(): string | undefined {
    if (this.#isDone) return undefined;
    const { looks, failures } = this.#soak ?? {};
    const state =
      looks === undefined ? this.#count() : `watched, ${failures ?? 0} of ${looks} looks failed`;
    return `${this.#check.name}: ${this.#fault?.text ?? state}`;
  }

  async run(): Promise<HealthVerdict> {
    const started = this.#clock.now().getTime();
    const passed = (): number => (this.#clock.now().getTime() - started) / 1000;
    let fault = await this.#untilHealthy(passed);
    if (fault === undefined && this.#patience.soakSeconds > 0) fault = await this.#watch(passed);
    this.#isDone = true;
    const { name, place } = this.#check;
    const outcome = fault === undefined ? 'healthy' : `given up, ${fault.text}`;
    this.#reporter.info(`${name}: ${outcome} (${this.#attempts} attempts)`);
    return {
      name,
      place,
      fault,
      attempts: this.#attempts,
      seconds: passed(),
      latencies: this.#latencies,
      soak: this.#soak,
    };
  }

  async #untilHealthy(passed: () => number): Promise<Fault | undefined> {
    const { successes, intervalSeconds, timeoutSeconds, failFast } = this.#patience;
    for (;;) {
      const fault = await this.#look();
      if (this.#inRow >= successes) return undefined;
      if (failFast && fault?.isFinal === true) return fault;
      if (passed() + intervalSeconds > timeoutSeconds) return this.#lastFault();
      await this.#clock.sleep(intervalSeconds);
    }
  }

  /** What was healthy may fail now and then, but not too often. */
  async #watch(passed: () => number): Promise<Fault | undefined> {
    const { intervalSeconds, soakSeconds, maxFailures } = this.#patience;
    const end = passed() + soakSeconds;
    const soak = { looks: 0, failures: 0 };
    this.#soak = soak;
    while (passed() + intervalSeconds <= end) {
      await this.#clock.sleep(intervalSeconds);
      const fault = await this.#look();
      soak.looks += 1;
      if (fault === undefined) continue;
      soak.failures += 1;
      if (soak.failures > maxFailures)
        return {
          kind: 'soak',
          text: `it failed ${soak.failures} times after it had been healthy, at last: ${fault.text}`,
        };
    }
    return undefined;
  }

  // A line for each change; what stays the same is in the signs of life.
  async #look(): Promise<Fault | undefined> {
    const { fault, seconds } = await this.#check.observe();
    this.#attempts += 1;
    if (fault === undefined) this.#latencies.push(seconds);
    else if (fault.text !== this.#fault?.text)
      this.#reporter.info(`${this.#check.name}: ${fault.text}`);
    this.#inRow = fault === undefined ? this.#inRow + 1 : 0;
    this.#fault = fault;
    return fault;
  }

  #lastFault(): Fault {
    return this.#fault ?? { kind: 'unsteady', text: `only ${this.#count()} before time was up` };
  }

  #count(): string {
    return `${this.#inRow} of ${this.#patience.successes} good answers in a row`;
  }
}
