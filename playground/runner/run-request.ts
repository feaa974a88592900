import type { Annotation } from './step-log.js';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface Environment {
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  /** Who must approve a job before it starts: one of them. */
  readonly reviewers?: readonly string[];
}

/** One run of a workflow, as GitHub hands it to a runner. */
export interface RunRequest {
  /** `acme/api` */
  readonly repository: string;
  readonly workflowPath: string;
  /** The workflow's text at that commit. */
  readonly workflowSource: string;
  /** The git repository that actions/checkout clones. */
  readonly cloneUrl: string;
  readonly event: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };
  /** `refs/heads/main` */
  readonly ref: string;
  readonly sha: string;
  readonly actor: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly environments: Readonly<Record<string, Environment>>;
  /** `org/deploy-kit` → the folder that answers `uses: org/deploy-kit/…@v1`. */
  readonly actions: Readonly<Record<string, string>>;
  /** The machine's environment, such as DOCKER_HOST. */
  readonly env: Readonly<Record<string, string>>;
  readonly hooks: RunHooks;
  /** Aborted: the run is cancelled. */
  readonly signal: AbortSignal;
}

export interface RunHooks {
  /** A token for one job, with the permissions that it grants. */
  jobToken(permissions: Readonly<Record<string, string>>): string;
  revokeToken(token: string): void;
  /** Waits for a concurrency group; resolves with what leaves it, or with nothing when a newer run took the place. */
  enterConcurrency(
    group: string,
    cancelInProgress: boolean,
    cancel: () => void,
  ): Promise<(() => void) | undefined>;
  /** A job uses an environment: GitHub records a deployment. */
  environmentUsed(name: string, url: string): void;
  /** A job waits for its environment's reviewers; resolves with their decision. */
  awaitApproval(environment: string): Promise<boolean>;
  artifactUploaded(name: string, zip: Uint8Array): void;
  jobChanged(job: JobState): void;
  /** A step's program runs: tests end it from outside. */
  processStarted(step: string, pid: number): void;
}

export interface StepState {
  readonly name: string;
  readonly conclusion: Conclusion | null;
}

export interface JobState {
  readonly id: string;
  readonly name: string;
  readonly status: 'queued' | 'waiting' | 'in_progress' | 'completed';
  readonly conclusion: Conclusion | null;
  readonly steps: readonly StepState[];
}

export interface JobReport extends JobState {
  /** As GitHub would show it: secrets hidden. */
  readonly log: string;
  /** The job summary's Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
}

export interface RunReport {
  readonly conclusion: Conclusion;
  readonly jobs: readonly JobReport[];
}
