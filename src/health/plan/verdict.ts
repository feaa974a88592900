import type { Fault } from './fault.js';

/** How one check did. */
export interface HealthVerdict {
  /** For people: a URL, `tcp://host:port`, `the command …`. */
  readonly name: string;
  readonly place: CheckPlace;
  /** What was wrong at last; `undefined` when it passed. */
  readonly fault: Fault | undefined;
  readonly attempts: number;
  readonly seconds: number;
  /** Of each look that found nothing wrong, in seconds. */
  readonly latencies: readonly number[];
  /** Watched after it had passed; `undefined` where nothing was. */
  readonly soak: { readonly looks: number; readonly failures: number } | undefined;
}

/** What an error says of a check besides its name: values of the placeholders of the `verify-…` entries. */
export interface CheckPlace {
  /** `host:port`, or the name again where there is no such thing. */
  readonly host: string;
  /** The host alone. */
  readonly name: string;
  readonly port: string;
  /** What was expected, as a part of a sentence. */
  readonly expected: string;
}
