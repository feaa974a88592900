import type { Plain, Scope } from './deferred.js';
import type { Mask } from './mask.js';
import type { RunRequest } from './run-request.js';
import type { StepLog } from './step-log.js';

/** What a job's steps share. */
export interface JobState {
  readonly request: RunRequest;
  readonly node: string;
  readonly workspace: string;
  /** For the runner's own files. */
  readonly temp: string;
  readonly log: StepLog;
  readonly mask: Mask;
  readonly signal: AbortSignal;
  /** Changed by steps: GITHUB_ENV, GITHUB_PATH. */
  readonly env: Record<string, string>;
  readonly path: string[];
  readonly summaries: string[];
  readonly steps: Record<string, Plain>;
  status: 'success' | 'failure' | 'cancelled';
  readonly scope: () => Scope;
}
