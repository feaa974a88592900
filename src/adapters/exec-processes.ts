import { getExecOutput } from '@actions/exec';
import type { Processes } from '../ports/processes.js';

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
};
