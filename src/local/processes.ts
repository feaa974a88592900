export interface ProcessOptions {
  /** Added to the environment: what must not stand in an argument list. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** The folder to run in; by default the checkout. */
  readonly cwd?: string;
  /** Keeps its output out of the log: for answers that are read, not shown. */
  readonly silent?: boolean;
}

export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Programs of the runner's machine, such as `docker buildx`. */
export interface Processes {
  /** Runs a program without a shell; its lines go to the log as they come. Rejects when it cannot be started. */
  run(file: string, args: readonly string[], options?: ProcessOptions): Promise<ProcessResult>;

  /**
   * Sees to it that a program runs should this process end early, when the job is cancelled; it has a few
   * seconds, and its output is not shown. Of several, the last runs first.
   * @returns takes that back, once the step has cleaned up by itself
   */
  runIfCancelled(file: string, args: readonly string[], options?: ProcessOptions): () => void;
}
