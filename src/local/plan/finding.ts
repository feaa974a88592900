import type { DeployKitError } from '../../errors/index.js';
import type { Place } from '../place.js';

/** What a check came to. `skipped` says in its detail why it could not be made. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'skipped';

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

export function passed(check: string, detail: string): Finding {
  return { check, verdict: 'pass', detail, fix: undefined, place: undefined };
}

export function skipped(check: string, why: string): Finding {
  return { check, verdict: 'skipped', detail: why, fix: undefined, place: undefined };
}

export function warned(check: string, detail: string, fix: string): Finding {
  return { check, verdict: 'warn', detail, fix, place: undefined };
}

export function failed(check: string, detail: string, fix: string): Finding {
  return { check, verdict: 'fail', detail, fix, place: undefined };
}

/** The row of a failure of the catalogue. */
export function failedBy(check: string, { title, why, fix }: DeployKitError): Finding {
  return failed(check, `${title}. ${why}`, fix);
}
