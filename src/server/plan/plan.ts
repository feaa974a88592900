import type { ProgramHead } from './program-head.js';

/** One step of a program on the server. */
export interface Step {
  /** What the log shows and what an error names. */
  readonly title: string;
  /** A function of the prelude with its arguments. */
  readonly command: readonly string[];
  /** The prelude's function that takes back what this step and those after it do. */
  readonly undo?: string;
}

/** A program as data: rendered it runs on the server, printed it is the dry run. */
export interface Plan {
  readonly head: ProgramHead;
  readonly steps: readonly Step[];
  /** The prelude's function that ends it. */
  readonly ending: readonly string[];
}
