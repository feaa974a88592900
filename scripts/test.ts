import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopEngine } from '../playground/machine/engine.js';
import { ensureMachine } from '../playground/machine/install.js';

const root = join(import.meta.dirname, '..', '..');
const unitOnly = process.argv.includes('--unit');

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

if (!unitOnly)
  await ensureMachine((line) => {
    console.log(line);
  });
const counts = unitOnly
  ? [jest('unit', 2)]
  : [check(), jest('unit', 2), jest('integration', 1), jest('scenarios', 1)];
if (!unitOnly) await stopEngine();
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function check(): Counts {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'build', 'scripts', 'check.js')],
    { cwd: root, encoding: 'utf8' },
  );
  console.log(stdout);
  const match = /(\d+) checks passed, (\d+) failed/.exec(stdout);
  // A check that crashed has counted nothing.
  return match === null || status === null
    ? { passed: 0, failed: 1 }
    : { passed: Number(match[1]), failed: Number(match[2]) };
}

/** One folder of tests, in native ES modules on the compiled files. */
function jest(folder: string, workers: number): Counts {
  const results = mkdtempSync(join(tmpdir(), 'deploy-kit-jest-'));
  const report = join(results, 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--rootDir', root, '--roots', join(root, 'build', '__tests__', folder)],
    ...['--json', '--outputFile', report],
    ...(workers === 1 ? ['--runInBand', '--verbose'] : ['--maxWorkers', String(workers)]),
    // A failed test may leave a process that it waits for; the report is written by then.
    '--forceExit',
  ];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>;
    return {
      passed: numPassedTests ?? 0,
      failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0),
    };
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1 };
  } finally {
    rmSync(results, { recursive: true });
  }
}
