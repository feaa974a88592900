/** Programs of the runner's machine, such as `docker buildx`. */
export interface Processes {
  /**
   * Runs a program without a shell; its lines go to the log as they come.
   * @param input sent as standard input, for what must not stand in an argument list
   */
  run(
    file: string,
    args: readonly string[],
    input?: string,
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}
