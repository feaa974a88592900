import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a program printed, and how it ended. */
export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where tools keep what they need not look at twice. */
export function cacheOf(root: string, tool: string): string {
  return join(root, 'build', '.cache', tool);
}

/** Runs a program in the project. */
export function runProgram(
  root: string,
  file: string,
  args: readonly string[],
  input = '',
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: cacheOf(root, 'node') },
    });
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, ...printed });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs a script on this Node. */
export function runScript(
  root: string,
  script: string,
  args: readonly string[] = [],
): Promise<ToolRun> {
  // Room for young objects: these tools make many, and a fifth of their time went into collecting them.
  return runProgram(root, process.execPath, ['--max-semi-space-size=64', script, ...args]);
}

/** Runs a tool from npm; its output when it fails. */
export async function runTool(
  root: string,
  name: string,
  args: readonly string[],
): Promise<string> {
  return findingsOf(await runScript(root, join(root, 'node_modules', '.bin', name), args));
}

/** What a program printed when it failed, empty when all is well. */
export function findingsOf({ status, stdout, stderr }: ToolRun): string {
  return status === 0 ? '' : `${stdout}${stderr}` || `status ${status ?? 'unknown'}`;
}
