/**
 * Runs the tests: all that CI runs, a suite, or files and folders of a suite:
 * `node scripts/bootstrap.mjs scripts/test.js unit health/redirects`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stopEngine } from '../playground/machine/engine.js';
import { ensureMachine } from '../playground/machine/install.js';
import { runScript } from './run-tool.js';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The seconds that each test file took. */
  readonly files: readonly (readonly [file: string, seconds: number])[];
  /** What failed, each with its first words of why. */
  readonly failures: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');
const tests = join(root, 'build', '__tests__');
const processors = availableParallelism();
// Most of their time, tests with real parts wait for these.
const waiting = 2 * processors;

const [suite, ...places] = process.argv.slice(2);
const counts = suite === undefined ? await everything() : [await oneSuite(suite)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
if (suite === undefined) showSlowest();
// Again, where a reader looks first: the verdict of each file stands far above.
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function everything(): Promise<readonly Counts[]> {
  await ensureMachine(console.log);
  const done = [
    await check(),
    await jest(['unit'], processors),
    await jest(['integration', 'scenarios'], waiting),
  ];
  await stopEngine();
  return done;
}

async function oneSuite(name: string): Promise<Counts> {
  if (name === 'unit') return jest([name], processors);
  await ensureMachine(console.log);
  const done = await jest([name], waiting);
  await stopEngine();
  return done;
}

function showSlowest(): void {
  const slowest = counts
    .flatMap(({ files }) => files)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10);
  console.log('The ten slowest test files:');
  for (const [file, seconds] of slowest)
    console.log(`${seconds.toFixed(0).padStart(6)} s  ${file}`);
}

async function check(): Promise<Counts> {
  const { status, stdout, stderr } = await runScript(
    root,
    join(root, 'build', 'scripts', 'check.js'),
  );
  console.log(`${stdout}${stderr}`);
  const match = /(\d+) checks passed, (\d+) failed/.exec(stdout);
  // A check that crashed has counted nothing.
  return match === null || status === null
    ? { passed: 0, failed: 1, files: [], failures: ['the checks did not end'] }
    : { passed: Number(match[1]), failed: Number(match[2]), files: [], failures: [] };
}

/** Folders of tests, or the places in them that were asked for, in native ES modules on the compiled files. */
async function jest(suites: readonly string[], workers: number): Promise<Counts> {
  const results = mkdtempSync(join(tmpdir(), 'deploy-kit-jest-'));
  const report = join(results, 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--rootDir', root, '--roots', ...suites.map((name) => join(tests, name))],
    ...['--json', '--outputFile', report, '--maxWorkers', String(workers)],
    ...(suite === 'unit' ? [] : ['--verbose']),
    // A failed test may leave a process that it waits for; the report is written by then.
    '--forceExit',
    ...(places.length === 0 ? [] : ['--testPathPatterns', ...places.map(pattern)]),
  ];
  const jestProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise((resolve) => jestProcess.once('close', resolve));
  try {
    return countsOf(JSON.parse(readFileSync(report, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1, files: [], failures: [] };
  } finally {
    rmSync(results, { recursive: true });
  }
}

/** What finds a file or a folder: `health/redirects`, `__tests__/unit/health/redirects.test.ts` */
function pattern(place: string): string {
  const path = place.replace(/^(\.\/)?__tests__\/[^/]+\//, '').replace(/(\.test)?\.[jt]s$|\/$/, '');
  return `/__tests__/[^/]+/${path}(/|\\.test\\.js$)`;
}

/** Jest's own report, the parts that are read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function countsOf(report: Report): Counts {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    files: report.testResults.map(({ name, startTime, endTime }) => [
      fileOf(name),
      (endTime - startTime) / 1000,
    ]),
    failures: report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.flatMap(({ status, fullName, failureMessages }) =>
        status === 'failed' ? `${fileOf(name)}: ${fullName}\n${firstWords(failureMessages)}` : [],
      ),
    ),
  };
}

function fileOf(path: string): string {
  return relative(tests, path).replace(/\.test\.js$/, '');
}

function firstWords(messages: readonly string[]): string {
  return messages.join('\n').split('\n').slice(0, 30).join('\n');
}
