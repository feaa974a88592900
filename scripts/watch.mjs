// Runs the unit tests that a change touches, whenever a file is saved: `npm run test:watch`. It compiles what
// has changed and asks jest for the tests that lead there by their imports.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { compile, root, sourceFolders } from './compile.mjs';

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const build = join(root, 'build');
const say = (line) => process.stdout.write(`${line}\n`);

let isBusy = false;
let isDue = false;

/** One round at a time; what is saved meanwhile gets the next one. */
async function round() {
  isDue = true;
  if (isBusy) return;
  isBusy = true;
  while (isDue) {
    isDue = false;
    // An editor writes a file in several steps, and several files at once.
    await new Promise((resolve) => globalThis.setTimeout(resolve, 100));
    // A file can be gone again before it is read.
    await runRelated().catch((error) => say(String(error)));
  }
  isBusy = false;
}

async function runRelated() {
  spawnSync(process.execPath, [join(root, 'scripts', 'embed-shell.mjs')], { stdio: 'inherit' });
  const changed = await compile();
  if (changed.length === 0) return;
  const args = [
    ...['--experimental-vm-modules', '--no-warnings', jest, '--rootDir', root, '--roots', build],
    ...['--testMatch', `${build}/__tests__/unit/**/*.test.js`, '--passWithNoTests'],
    ...['--findRelatedTests', ...changed],
  ];
  await new Promise((resolve) =>
    spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }).once('close', resolve),
  );
  say('Waiting for the next change (Ctrl-C ends)');
}

for (const folder of sourceFolders)
  watch(join(root, folder), { recursive: true }, (_, name) => {
    if (name !== null && /\.(ts|sh)$/.test(name)) void round();
  });
say('Waiting for a change in a source or a test (Ctrl-C ends)');
