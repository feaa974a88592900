import { join } from 'node:path';
import { withLock } from '../machine/lock.js';
import { repositoryRoot } from '../machine/places.js';
import { must } from '../machine/run.js';

let found: Promise<string> | undefined;

/** The Node that GitHub's runner ships, installed from npm into a folder of its own. Returns its path. */
export function ensureNode24(): Promise<string> {
  found ??= withLock('node24', async () => {
    const script = join(repositoryRoot, 'scripts', 'node24.mjs');
    return (await must(process.execPath, [script])).trim();
  });
  return found;
}
