import type { Clock } from '../local/clock.js';
import type { GitHub } from '../github/github.js';
import type { Reporter } from '../local/reporter.js';

/** What sending an event and following its runs needs. */
export interface DispatchPorts {
  readonly github: GitHub;
  readonly clock: Clock;
  readonly reporter: Reporter;
}
