import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives the work a folder that nobody else can read, and removes it afterwards: also when the step fails
 * or the job is cancelled.
 */
export async function withTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'deploy-kit-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // `finally` does not run when the process ends by a signal, and neither do exit handlers by themselves.
  const end = (): void => {
    process.exit(cancelledStatus);
  };
  process.once('exit', remove).once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(folder);
  } finally {
    remove();
    process.off('exit', remove).off('SIGINT', end).off('SIGTERM', end);
  }
}

/** What a shell reports of a process that SIGINT ended. */
const cancelledStatus = 130;
