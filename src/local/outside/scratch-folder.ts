import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scratch } from '../scratch.js';
import { withTemporaryFolder } from './temporary-folder.js';

/** Gives the work a place for files of its own, which is gone afterwards. */
export function withScratch<Result>(work: (scratch: Scratch) => Promise<Result>): Promise<Result> {
  return withTemporaryFolder((folder) =>
    work({
      path: (name) => join(folder, name),
      write: (name, text) => {
        writeFileSync(join(folder, name), text, { mode: 0o600 });
      },
      read: (name) => readFileSync(join(folder, name), 'utf8'),
    }),
  );
}
