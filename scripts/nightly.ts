/**
 * What is too long for CI, and what chance may find one night that it did not find before. The tests that CI runs
 * hold a short run of each: the unit tests with fewer generated inputs, each fault at one moment of a deploy.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { engineNames, whyNoEngine, type EngineName } from '../playground/hosts/server-engines.js';

const root = join(import.meta.dirname, '..', '..');
const script = (file: string): string => join(root, 'build', file);

interface Part {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const scenarios = (...files: readonly string[]): readonly string[] => [
  script('scripts/test.js'),
  'scenarios',
  ...files,
];

// Printed with the name of each part, so that what one night found can be had again: TWIN_SEED=… npm run test:nightly
const seed = process.env.TWIN_SEED ?? String(randomInt(1_000_000));

/** What is run on servers of an engine, where this machine can have them. */
const onEngines: readonly (readonly [EngineName, Part])[] = [
  [
    'newest',
    {
      name: 'how a deploy switches, on the newest engine',
      args: scenarios('rolling', 'transaction', 'stores', 'hand-made', 'taken-back', 'rollback'),
    },
  ],
  [
    'newest',
    {
      name: 'every shape beside its twin, on the newest engine',
      args: scenarios('twin'),
      env: { TWIN_TABLE: 'whole' },
    },
  ],
  ...engineNames
    .filter((engine) => engine !== 'newest')
    .map((engine): readonly [EngineName, Part] => [
      engine,
      {
        name: `shapes beside their twins in pairs with ways to fail, engine ${engine}, seed ${seed}`,
        args: scenarios('twin'),
        env: { TWIN_TABLE: 'pairs', TWIN_SEED: seed },
      },
    ]),
];

const nightly: readonly Part[] = [
  {
    name: 'unit tests with far more generated input, and every order of acts',
    args: [script('scripts/test.js'), 'unit'],
    env: { FUZZ_RUNS: '4000', ORDER_OF_ACTS: 'all' },
  },
  {
    name: 'each fault at each moment of a deploy',
    args: scenarios(
      ...['faults-rolling', 'faults-recreate', 'faults-blue-green'],
      ...['confirm', 'settle-at-boot'],
    ),
    env: { FAULT_TABLE: 'whole' },
  },
  {
    name: 'public projects from a start by hand to a rollback',
    args: scenarios('public-projects'),
    env: { PUBLIC_PROJECTS: 'all' },
  },
  {
    name: 'random faults at random moments',
    args: [script('__tests__/chaos/chaos.js'), '--minutes', '30'],
  },
  {
    name: `crash points, seed ${seed}`,
    args: [script('__tests__/crash-points/main.js'), '--minutes', '170', '--seed', seed],
  },
  ...(await possibleParts()),
];

async function possibleParts(): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [engine, part] of onEngines) {
    const why = await whyNoEngine(engine);
    if (why === undefined) parts.push({ ...part, env: { ...part.env, SERVER_ENGINE: engine } });
    else
      console.log(
        `Left out, since servers here can't have the engine ${engine} (${why}): ${part.name}`,
      );
  }
  return parts;
}

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
