import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What the runner waits after each signal of a cancellation, in milliseconds. */
const patience = { interrupt: 7500, terminate: 2500 } as const;

export interface StepProcess {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  readonly onStart: (pid: number) => void;
  readonly signal: AbortSignal;
}

/** Runs a step's program to its end; a cancellation ends it as the runner does: SIGINT, SIGTERM, SIGKILL. */
export function runStepProcess({
  file,
  args,
  cwd,
  env,
  onLine,
  onStart,
  signal,
}: StepProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const { pid } = child;
    if (pid !== undefined) onStart(pid);
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', onLine);
    const timers: NodeJS.Timeout[] = [];
    const cancel = (): void => {
      child.kill('SIGINT');
      timers.push(
        setTimeout(() => child.kill('SIGTERM'), patience.interrupt),
        setTimeout(() => {
          // The whole tree: the child leads a process group of its own.
          if (pid !== undefined) process.kill(-pid, 'SIGKILL');
        }, patience.interrupt + patience.terminate),
      );
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // A shell reports a signal as 128 plus its number; 137 is SIGKILL.
      resolve(code ?? (killedBy === 'SIGKILL' ? 137 : 143));
    });
  });
}
