import type { Finding } from '../../local/plan/finding.js';

/** What a check came to, before it has a name in the table. */
export type CheckOutcome = Pick<Finding, 'verdict' | 'detail' | 'fix'>;

export function pass(detail: string): CheckOutcome {
  return { verdict: 'pass', detail, fix: undefined };
}

export function warn(detail: string, fix: string): CheckOutcome {
  return { verdict: 'warn', detail, fix };
}

export function fail(detail: string, fix: string): CheckOutcome {
  return { verdict: 'fail', detail, fix };
}

/** @param detail why the check could not be made */
export function skip(detail: string, fix?: string): CheckOutcome {
  return { verdict: 'skipped', detail, fix };
}
