import type { Finding } from '../../local/plan/finding.js';
import type { Place } from '../../local/place.js';
import type { RuleName } from './rule-catalogue.js';

/** One thing that is wrong with the workflows of a checkout. */
export interface WorkflowReport {
  readonly rule: RuleName;
  readonly verdict: 'warn' | 'fail';
  readonly place: Place;
  /** What is wrong, and what comes of it. */
  readonly message: string;
  /** The edit that mends it. */
  readonly fix: string;
}

/** As a row of what preflight reports. */
export function toFinding({ rule, verdict, place, message, fix }: WorkflowReport): Finding {
  return { check: `workflows: ${rule}`, verdict, detail: message, fix, place };
}
