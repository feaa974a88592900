import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGenerated } from './check-generated.js';
import { findUnreadInputs } from './check-inputs.js';
import { lintWorkflows } from './lint-workflows.js';

/** One check of the project: its findings, empty when all is well. */
export interface Check {
  readonly name: string;
  readonly run: (root: string) => string | Promise<string>;
}

/** What `npm run check` runs, quick ones first. */
export const checks: readonly Check[] = [
  {
    name: 'format (prettier)',
    run: (root) => tool(root, 'prettier', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'shell (shellcheck)', run: shellcheck },
  { name: "workflows (GitHub's parser)", run: lintWorkflows },
  { name: 'names that must not be in the repository', run: forbiddenNames },
  {
    name: 'walls of the rooms (dependency-cruiser)',
    run: (root) =>
      tool(root, 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src', 'actions']),
  },
  { name: 'dead code (knip)', run: (root) => tool(root, 'knip', ['--no-progress']) },
  {
    name: 'inputs and outputs that no code uses',
    run: (root) => findUnreadInputs(root).join('\n'),
  },
  { name: 'generated files in step', run: checkGenerated },
  { name: 'lint with types (eslint)', run: (root) => tool(root, 'eslint', ['.']) },
];

/** Runs a program; its output when it fails. */
function findings(root: string, file: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}` || `status ${status ?? 'unknown'}`;
}

function tool(root: string, name: string, args: readonly string[]): string {
  return findings(root, join(root, 'node_modules', '.bin', name), args);
}

function tracked(root: string): readonly string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((file) => file !== '' && !file.startsWith('dist/'));
}

function shellcheck(root: string): string {
  const isPart = (file: string): boolean => file.startsWith('src/server/shell/prelude/');
  const scripts = tracked(root).filter((file) => file.endsWith('.sh') || file === '.ci/run');
  const whole = scripts.filter((file) => !isPart(file));
  // The parts of the prelude are one script: variables of one are read in another.
  const { status, stdout, stderr } = spawnSync('shellcheck', ['-'], {
    input: scripts
      .filter(isPart)
      .toSorted()
      .map((file) => readFileSync(join(root, file)))
      .join('\n'),
    encoding: 'utf8',
  });
  return (status === 0 ? '' : `prelude: ${stdout}${stderr}`) + findings(root, 'shellcheck', whole);
}

// Lock files must record no download address: the registry is the reader's own choice.
function forbiddenNames(root: string): string {
  const locks = tracked(root).filter((file) => file.endsWith('package-lock.json'));
  return locks
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('"resolved"'))
    .map((file) => `${file} records download addresses`)
    .join('\n');
}
