import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../ports/scratch.js';

/** Gives the work a folder of its own, and removes it afterwards in every case. */
export async function withScratch<Result>(
  work: (scratch: Scratch) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'deploy-kit-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // A cancelled job leaves through exit handlers at best; `finally` would not run then.
  process.once('exit', remove);
  try {
    return await work({
      path: (name) => join(folder, name),
      write: (name, text) => {
        writeFileSync(join(folder, name), text, { mode: 0o600 });
      },
      read: (name) => readFileSync(join(folder, name), 'utf8'),
    });
  } finally {
    remove();
    process.removeListener('exit', remove);
  }
}
