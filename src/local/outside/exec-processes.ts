import { spawnSync } from 'node:child_process';
import { getExecOutput } from '@actions/exec';
import type { Processes } from '../processes.js';

/** Programs of the runner through the npm package @actions/exec: argument lists, never a shell. */
export const execProcesses: Processes = {
  async run(file, args, { env, input, cwd, silent = false } = {}) {
    const { exitCode, stdout, stderr } = await getExecOutput(file, [...args], {
      ignoreReturnCode: true,
      silent,
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...(process.env as Record<string, string>), ...env } }),
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
    });
    return { code: exitCode, stdout, stderr };
  },
  runIfCancelled(file, args, { env } = {}) {
    const runNow = (): void => {
      spawnSync(file, args, {
        env: { ...process.env, ...env },
        stdio: 'ignore',
        timeout: cancelMilliseconds,
      });
    };
    // Ahead of those that remove the files it may need; the last one first, as with `finally`.
    process.prependOnceListener('exit', runNow);
    return () => process.off('exit', runNow);
  },
};

/** The runner waits 7.5 s after the first signal of a cancellation. */
const cancelMilliseconds = 6000;
