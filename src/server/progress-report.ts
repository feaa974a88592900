import type { Clock } from '../local/clock.js';
import type { ProgramEvent } from './plan/program-event.js';
import type { Reporter } from '../local/reporter.js';

export interface TimedStep {
  readonly title: string;
  readonly seconds: number;
}

/** As many log lines of a failure as a tired reader wants to see: those of three services. */
const keptLines = 60;

/** After how long without a word from the program people are told that it still goes on. */
const quietSeconds = 12;

/** Shows a program's events as they come: one log group a step, what it waits for, its tools' lines. */
export class ProgressReport {
  readonly #reporter: Reporter;
  readonly #clock: Clock;
  readonly #steps: TimedStep[] = [];
  readonly #lines: string[] = [];
  #current = 'start';
  #begun: number;
  #heard: number;
  #journal = '';
  #failed = false;
  #closeGroup: (() => void) | undefined;

  constructor(reporter: Reporter, clock: Clock) {
    this.#reporter = reporter;
    this.#clock = clock;
    this.#begun = this.#heard = this.#now;
  }

  /** The steps that ended well, with the seconds that each took. */
  get steps(): readonly TimedStep[] {
    return this.#steps;
  }

  /** The last lines that containers and commands printed in the step that failed. */
  get details(): readonly string[] {
    return this.#lines.slice(-keptLines);
  }

  /** The line that the program added to the server's journal, as JSON; empty when it added none. */
  get journal(): string {
    return this.#journal;
  }

  get currentStep(): string {
    return this.#current;
  }

  /**
   * Shows that it still goes on wherever nothing has come from the program for a while, whatever the connection does.
   * @param signal ends it
   */
  async breakSilence(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const rest = quietSeconds - (this.#now - this.#heard);
      if (rest > 0) {
        await this.#clock.sleep(rest, signal).catch(() => undefined);
        continue;
      }
      this.#heard = this.#now;
      this.#reporter.info(`Still at: ${this.#current} (${Math.round(this.#now - this.#begun)} s)`);
    }
  }

  take(event: ProgramEvent): void {
    this.#heard = this.#now;
    switch (event.event) {
      case 'step':
        this.#open(event.title);
        break;
      case 'step-done':
        this.#steps.push({ title: event.title, seconds: Number(event.seconds) });
        this.#lines.length = 0;
        break;
      case 'log':
        // What the restore prints must not push out the lines that say why the release failed.
        if (!this.#failed) this.#lines.push(`${event.source} | ${event.line}`);
        this.#reporter.info(`${event.source} | ${event.line}`);
        break;
      case 'waiting':
        this.#reporter.info(`Waiting for ${event.for}`);
        break;
      case 'say':
        this.#reporter.info(event.text);
        break;
      case 'settle':
        this.#reporter.warning(
          'An interrupted deploy is settled',
          `Release ${event.release} did not finish; what ran before it is restored.`,
        );
        break;
      case 'note':
        this.#reporter.warning(event.title, event.text);
        break;
      case 'journal':
        this.#journal = event.line;
        break;
      case 'failed':
        this.#reporter.info(`Failed: ${event.step} (${event.error})`);
        this.#failed = true;
        break;
      case 'end':
        this.close();
    }
  }

  /** Ends the open log group. */
  close(): void {
    this.#closeGroup?.();
    this.#closeGroup = undefined;
  }

  get #now(): number {
    return this.#clock.now().getTime() / 1000;
  }

  #open(title: string): void {
    this.close();
    this.#begun = this.#now;
    this.#current = title;
    this.#closeGroup = this.#reporter.openGroup(title);
  }
}
