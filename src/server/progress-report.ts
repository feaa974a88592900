import type { ProgramEvent } from './plan/program-event.js';
import type { Reporter } from '../local/reporter.js';

export interface TimedStep {
  readonly title: string;
  readonly seconds: number;
}

/** As many log lines of a failure as a tired reader wants to see: those of three services. */
const keptLines = 60;

/** Shows a program's events as they come: one log group a step, what it waits for, its tools' lines. */
export class ProgressReport {
  readonly #reporter: Reporter;
  readonly #steps: TimedStep[] = [];
  readonly #lines: string[] = [];
  #current = 'start';
  #journal = '';
  #failed = false;
  #closeGroup: (() => void) | undefined;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
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

  take(event: ProgramEvent): void {
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

  #open(title: string): void {
    this.close();
    this.#current = title;
    this.#closeGroup = this.#reporter.openGroup(title);
  }
}
