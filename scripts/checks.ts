import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureProgram } from '../playground/machine/install.js';
import { checkGenerated } from './check-generated.js';
import { lintWorkflows } from './lint-workflows.js';
import { cacheOf, findingsOf, runProgram, runScript, runTool } from './run-tool.js';
import type { TypescriptFindings } from './typescript-checks.js';
import { cruiseRooms } from './cruise-rooms.js';

/** One check of the project: its findings, empty when all is well. */
export interface Check {
  readonly name: string;
  readonly run: (root: string) => Promise<string>;
}

/** What `npm run check` runs, the longest first. */
export const checks: readonly Check[] = [
  { name: 'types (tsc)', run: async (root) => (await typescriptFindings(root)).types },
  { name: 'lint with types (eslint)', run: async (root) => (await typescriptFindings(root)).lint },
  {
    name: 'inputs and outputs that no code uses',
    run: async (root) => (await typescriptFindings(root)).inputs,
  },
  { name: 'generated files in step', run: checkGenerated },
  {
    name: 'format (prettier)',
    run: (root) =>
      runTool(root, 'prettier', [
        ...['--check', '--log-level', 'warn', '.', '--cache', '--cache-strategy', 'content'],
        ...['--cache-location', cacheOf(root, 'prettier')],
      ]),
  },
  {
    name: 'dead code (knip)',
    run: (root) =>
      runTool(root, 'knip', [
        '--no-progress',
        '--cache',
        '--cache-location',
        cacheOf(root, 'knip'),
      ]),
  },
  {
    name: 'walls of the rooms (dependency-cruiser)',
    run: async (root) => (await cruiseRooms(root)).violations.join('\n'),
  },
  { name: 'shell (shellcheck)', run: shellcheck },
  { name: "workflows (GitHub's parser)", run: lintWorkflows },
  {
    name: 'names that must not be in the repository',
    run: (root) => Promise.resolve(forbiddenNames(root)),
  },
];

let typescript: Promise<TypescriptFindings> | undefined;

function typescriptFindings(root: string): Promise<TypescriptFindings> {
  typescript ??= runScript(root, join(root, 'build', 'scripts', 'typescript-checks.js')).then(
    ({ status, stdout, stderr }) => {
      if (status !== 0) throw new Error(`${stdout}${stderr}`);
      return JSON.parse(stdout) as TypescriptFindings;
    },
  );
  return typescript;
}

function tracked(root: string): readonly string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((file) => file !== '' && !file.startsWith('dist/'));
}

async function shellcheck(root: string): Promise<string> {
  await ensureProgram('shellcheck');
  const isPart = (file: string): boolean => file.startsWith('src/server/shell/prelude/');
  const scripts = tracked(root).filter((file) => file.endsWith('.sh') || file === '.ci/run');
  const whole = scripts.filter((file) => !isPart(file));
  // The parts of the prelude are one script: variables of one are read in another.
  const prelude = scripts
    .filter(isPart)
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8'));
  const together = findingsOf(await runProgram(root, 'shellcheck', ['-'], prelude.join('\n')));
  return (
    (together === '' ? '' : `prelude: ${together}`) +
    findingsOf(await runProgram(root, 'shellcheck', whole))
  );
}

// Lock files must record no download address: the registry is the reader's own choice.
function forbiddenNames(root: string): string {
  const locks = tracked(root).filter((file) => file.endsWith('package-lock.json'));
  return locks
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('"resolved"'))
    .map((file) => `${file} records download addresses`)
    .join('\n');
}
