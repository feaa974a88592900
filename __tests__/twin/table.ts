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
  return cycles.filter(({ shape: { name, beyondOldCompose } }) => {
    const isBeyond = engine === 'old-compose' && beyondOldCompose !== undefined;
    if (isBeyond) console.log(`Left out on ${engine}: ${name} (${beyondOldCompose})`);
    return !isBeyond;
  });
}

function plainly(shape: Shape): Cycle {
  return { shape, breakage: 'crash', strategy: 'auto' };
}
