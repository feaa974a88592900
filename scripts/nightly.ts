/**
 * What is too long for CI, and what chance may find one night that it did not find before. The tests that CI runs
 * hold a short run of each: the unit tests with fewer generated inputs, each fault at one moment of a deploy.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const script = (file: string): string => join(root, 'build', file);

const nightly: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'unit tests with far more generated input',
    args: [script('scripts/test.js'), 'unit'],
    env: { FUZZ_RUNS: '4000' },
  },
  {
    name: 'each fault at each moment of a deploy',
    args: [
      script('scripts/test.js'),
      'scenarios',
      'faults-rolling',
      'faults-recreate',
      'faults-blue-green',
    ],
    env: { FAULT_TABLE: 'whole' },
  },
  {
    name: 'random faults at random moments',
    args: [script('__tests__/chaos/chaos.js'), '--minutes', '30'],
  },
];

const failed = nightly.filter(({ name, args, env }) => {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status !== 0;
});
console.log(
  failed.length === 0 ? '\nAll well' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
