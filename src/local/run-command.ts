import type { Processes } from './processes.js';

/** How a command of a workflow's author ended. */
export interface CommandEnd {
  readonly code: number;
  /** What it said, standard error last. */
  readonly lines: readonly string[];
  /** Whether it was ended because it took too long. */
  readonly isTooSlow: boolean;
}

/** Runs a command in the checkout on the runner, with `sh -eu`; its output stays out of the log. */
export async function runCommand(
  command: string,
  timeoutSeconds: number,
  processes: Processes,
): Promise<CommandEnd> {
  const { code, stdout, stderr } = await processes.run(
    'timeout',
    ['--kill-after=2', String(timeoutSeconds), 'sh', '-euc', command],
    { silent: true },
  );
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return { code, lines, isTooSlow: code === 124 || code === 137 };
}
