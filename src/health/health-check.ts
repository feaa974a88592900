import type { Fault } from './plan/fault.js';
import type { CheckPlace } from './plan/verdict.js';

/** What one look at something saw. */
export interface Observation {
  /** `undefined`: it is as it should be. */
  readonly fault: Fault | undefined;
  readonly seconds: number;
}

/** Something that can be healthy, and how to look at it once. */
export interface HealthCheck {
  /** For people: a URL, `tcp://host:port`, `the command …`. */
  readonly name: string;
  readonly place: CheckPlace;
  /** Never rejects: that nothing can be seen is a fault too. */
  observe(): Promise<Observation>;
}
