import type { DeployKitError } from '../../errors/index.js';

/** What comes of a release besides the switch of its services. */
export interface Foreseen {
  /** For the plan, a sentence each. */
  readonly remarks: readonly string[];
  /** Why the deploy must not begin. */
  readonly problems: readonly DeployKitError[];
}
