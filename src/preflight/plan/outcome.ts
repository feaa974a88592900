import type { Finding } from '../../local/plan/finding.js';

/** What a check came to, before it has a name in the table. */
export type Outcome = Pick<Finding, 'verdict' | 'detail' | 'fix'>;

export function passed(detail: string): Outcome {
  return { verdict: 'pass', detail, fix: undefined };
}

export function warned(detail: string, fix: string): Outcome {
  return { verdict: 'warn', detail, fix };
}

export function failed(detail: string, fix: string): Outcome {
  return { verdict: 'fail', detail, fix };
}

/** @param detail why the check could not be made */
export function skipped(detail: string, fix?: string): Outcome {
  return { verdict: 'skipped', detail, fix };
}
