import type { Conclusion, JobState, RunReport } from '../runner/run-request.js';

/** What actions/upload-artifact left. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly zip: Uint8Array;
}

/** A run as GitHub knows it. */
export interface Run {
  readonly id: number;
  readonly number: number;
  readonly repository: string;
  readonly workflowPath: string;
  readonly workflowName: string;
  readonly title: string;
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  readonly actor: string;
  readonly commit: { readonly tree: string; readonly message: string; readonly time: string };
  readonly createdAt: string;
  updatedAt: string;
  status: 'queued' | 'in_progress' | 'waiting' | 'completed';
  conclusion: Conclusion | null;
  readonly jobs: Map<string, JobState>;
  /** What the runner reported, once it is over. */
  report: RunReport | undefined;
  /** Why the runner refused the workflow. */
  error: string | undefined;
  readonly cancel: AbortController;
  /** The environments that wait for their reviewers, each with what their decision does. */
  readonly approvals: Map<string, (approved: boolean) => void>;
  readonly artifacts: RunArtifact[];
  /** The process of each step that has started: `org/deploy-kit/deploy-compose@v1` → its id. */
  readonly processes: Map<string, number>;
  readonly finished: Promise<void>;
}
