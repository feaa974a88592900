import { parseProgramEvent, type ProgramEnd, type ProgramEvent } from './plan/program-event.js';

/** The events so far: counts lines, so that a new connection goes on where the last one ended. */
export class EventLog {
  seen = 0;
  end: ProgramEnd | undefined;
  readonly #onEvent: (event: ProgramEvent) => void;
  #finish: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#finish = resolve;
  });

  constructor(onEvent: (event: ProgramEvent) => void) {
    this.#onEvent = onEvent;
  }

  untilEnd(): Promise<void> {
    return this.#ended;
  }

  take(line: string): void {
    this.seen += 1;
    const event = parseProgramEvent(line);
    if (event === undefined || this.end !== undefined) return;
    this.#onEvent(event);
    if (event.event !== 'end') return;
    this.end = event;
    this.#finish();
  }
}
