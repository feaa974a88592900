/** What a check came to. `skipped` says in its detail why it could not be made. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'skipped';

/** A place in a file of the checkout; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One row of what preflight reports. */
export interface Finding {
  /** What was looked at, for example `ssh: login` or `registry: ghcr.io/acme/api`. */
  readonly check: string;
  readonly verdict: Verdict;
  readonly detail: string;
  /** What mends it: a command, a setting, an edit. */
  readonly fix: string | undefined;
  readonly place: Place | undefined;
}
