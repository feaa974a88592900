/**
 * Strikes the programs of deploys at their acts: `npm run crash-points -- --minutes 60 --seed 7`, with
 * `--strategy rolling`, `--occasion rollback`, `--modes kill`, `--runner without`, `--acts journal` for some of them.
 */
import { parseArgs } from 'node:util';
import { stopEngine } from '../../playground/machine/engine.js';
import { setStage } from '../../playground/stage.js';
import { generator, shuffled } from '../support/chance.js';
import { describePoint, pointsOf, StruckWorld } from './crash-points.js';
import type { CrashPoint } from './crash-point.js';
import { occasions, strategies, type Occasion } from './worlds.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string' },
    strategy: { type: 'string', default: strategies.join() },
    occasion: { type: 'string', default: occasions.join() },
    modes: { type: 'string', default: 'kill,orphan,late,fail' },
    acts: { type: 'string', default: '' },
    runner: { type: 'string', default: 'with,without' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(minutes > 0) || !Number.isInteger(seed))
  throw new RangeError('--minutes must be a positive number, --seed a whole one');
const chosen = <Name extends string>(names: readonly Name[], list: string): readonly Name[] =>
  names.filter((name) => list.split(',').includes(name));

console.log(`seed ${seed}`);
const told = new AbortController();
process.on('SIGTERM', () => {
  told.abort();
});
const stage = await setStage(console.log);
const end = Date.now() + minutes * 60_000;
let code = 0;
try {
  const points: (readonly [StruckWorld, string, CrashPoint])[] = [];
  for (const strategy of chosen(strategies, values.strategy)) {
    const world = await StruckWorld.make(stage, strategy);
    for (const occasion of chosen(occasions, values.occasion)) {
      const counted = {
        occasion,
        kept: await undisturbed(world, occasion, 'kept'),
        all: await undisturbed(world, occasion, 'all'),
      };
      const own = pointsOf(counted).filter(
        ({ at, strike, hasRunner }) =>
          values.modes.split(',').includes(strike.mode) &&
          values.runner.split(',').includes(hasRunner ? 'with' : 'without') &&
          new RegExp(values.acts).test(
            (strike.mode === 'fail' ? counted.all : counted.kept)[at - 1] ?? '',
          ),
      );
      console.log(
        `${strategy}, ${occasion}: ${counted.kept.length} acts that stay, ${counted.all.length} in all, ${own.length} points`,
      );
      points.push(...own.map((point) => [world, strategy, point] as const));
    }
  }
  let tried = 0;
  let reached = 0;
  for (const [world, strategy, point] of shuffled(points, generator(seed))) {
    if (Date.now() > end || told.signal.aborted) break;
    const started = Date.now();
    const title = `${strategy}, ${describePoint(point)}`;
    const { act, wrong, log } = await world.strike(point);
    tried += 1;
    if (act !== undefined) reached += 1;
    console.log(
      `${title} (${act ?? 'not reached'}): ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    if (wrong.length === 0) continue;
    code = 1;
    console.log(
      [...wrong.map((line) => `  WRONG ${line}`), log.replace(/^/gm, '    | ')].join('\n'),
    );
  }
  console.log(`${tried} of ${points.length} points tried, ${reached} struck, seed ${seed}`);
} catch (error) {
  code = 1;
  console.error(error);
}

/** The acts of a program that nobody strikes, which must end well. */
async function undisturbed(
  world: StruckWorld,
  occasion: Occasion,
  scope: 'kept' | 'all',
): Promise<readonly string[]> {
  const { acts, wrong, log } = await world.count(occasion, scope);
  if (wrong.length > 0) throw new Error(`Undisturbed, ${occasion}: ${wrong.join('; ')}\n${log}`);
  return acts;
}

await stage.close();
await stopEngine();
process.exit(code);
