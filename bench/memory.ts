import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeFile, deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { startBundle, type BundleOptions } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import type { Stage } from '../playground/stage.js';
import { figure, type Figure } from './measure.js';

/** The most memory that a deploy takes while a service that wrote 200 MB of log fails, against a good deploy. */
export async function memory(stage: Stage, server: Server): Promise<readonly Figure[]> {
  await pushApp(stage, 'memory');
  const flood = `${composeFile}    command: ['sh', '-c', 'head -c 200000000 /dev/zero | tr "\\\\0" x | fold -w 1000; exit 3']\n`;
  const good = await peak(deployOptions(stage, server, 'memory', { inputs: { force: 'true' } }));
  const bad = await peak(
    deployOptions(stage, server, 'memory', {
      files: { 'compose.yml': flood },
      inputs: { force: 'true' },
    }),
  );
  return [
    figure('peak memory while a log of 200 MB fails, against a good deploy', 'MB', bad, good, 1.2),
  ];
}

async function peak(options: BundleOptions): Promise<number> {
  const run = await startBundle('deploy-compose', options);
  let most = 0;
  const ended = run.result.then(() => true);
  while (!(await Promise.race([ended, sleep(20, false)])))
    most = Math.max(most, residentMegabytes(run.pid));
  return most;
}

/** VmHWM: the peak so far (proc_pid_status(5)). */
function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
