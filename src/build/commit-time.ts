import type { Processes } from '../local/processes.js';

/** When a commit was made, by the checkout's git; `undefined` without one. */
export async function commitTime(processes: Processes, sha: string): Promise<Date | undefined> {
  const args = ['log', '-1', '--format=%ct', sha];
  const { code, stdout } = await processes.run('git', args, { silent: true });
  return code === 0 ? new Date(Number(stdout.trim()) * 1000) : undefined;
}
