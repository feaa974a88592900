import type { RolledService } from '../../deploy/plan/switch-plan.js';

/** One step of a program on the server. */
export interface Step {
  /** What the log shows and what an error names. */
  readonly title: string;
  /** A function of the prelude with its arguments. */
  readonly command: readonly string[];
  /** The prelude's function that takes back what this step and those after it do. */
  readonly undo?: string;
}

/** What every program on the server may need to know of the action's inputs. Times are in seconds. */
export interface ProgramSettings {
  readonly healthTimeoutSeconds: number;
  /** How long a service without a healthcheck must stay up. */
  readonly stableSeconds: number;
  /** How long old containers go on answering beside the new ones. */
  readonly drainSeconds: number;
  /** How long one hook may take. */
  readonly hookTimeoutSeconds: number;
  readonly migrationTimeoutSeconds: number;
  /** How long a blue-green deploy leaves what ran before up. */
  readonly keepWarmSeconds: number;
  /** How many releases stay on the server, the live one included. */
  readonly keepReleases: number;
}

/** The variables at the head of a program: what the prelude's functions read. */
export interface ProgramHead {
  /** What the journal says that this is. */
  readonly kind: 'deploy' | 'rollback' | 'take-back' | 'settle';
  readonly path: string;
  readonly releaseId: string;
  readonly version: string;
  readonly revision: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly composeCommand: string;
  /** Whether Docker is reached through sudo. */
  readonly sudo: boolean;
  readonly managedKeys: readonly string[];
  /** The services that roll, with how many containers each has. */
  readonly rolled: readonly RolledService[];
  /** The services that are told to resolve names again. */
  readonly proxies: readonly string[];
  readonly settings: ProgramSettings;
}

/** A program as data: rendered it runs on the server, printed it is the dry run. */
export interface Plan {
  readonly head: ProgramHead;
  readonly steps: readonly Step[];
  /** The prelude's function that ends it. */
  readonly ending: readonly string[];
}
