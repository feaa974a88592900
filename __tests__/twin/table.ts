import { engineNames, type EngineName } from '../../playground/hosts/server-engines.js';
import type { Cycle } from './cycle.js';
import { cyclesOn } from './pairs.js';
import type { Shape } from './shape.js';
import { shapes, someShapes } from './shapes.js';

/** Set by `npm run test:nightly`: `whole`: every shape; `pairs`: in ways to fail that `TWIN_SEED` chooses. */
const { TWIN_TABLE: table, TWIN_SEED: seed = '1' } = process.env;

/** The cycles that are run on an engine: without more words, one of each kind of shape. */
export function chosenCycles(engine: EngineName): readonly Cycle[] {
  const cycles =
    table === 'pairs'
      ? cyclesOn(engine, engineNames, shapes, Number(seed))
      : (table === 'whole' ? shapes : someShapes).map(plainly);
  return cycles.filter(({ shape }) => {
    const why = whyNot(shape, engine);
    if (why !== undefined) console.log(`Left out on ${engine}: ${shape.name} (${why})`);
    return why === undefined;
  });
}

/** What an engine lacks of a shape. */
export function whyNot({ beyondOldCompose }: Shape, engine: EngineName): string | undefined {
  return engine === 'old-compose' ? beyondOldCompose : undefined;
}

function plainly(shape: Shape): Cycle {
  return { shape, breakage: 'crash', strategy: 'auto' };
}
