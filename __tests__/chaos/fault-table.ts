import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { setStage, type Stage } from '../../playground/stage.js';
import { faults, World, type SetUp } from './world.js';

/** How a deploy switches, and when most can go wrong while it does. */
export interface Struck {
  readonly strategy: string;
  readonly setUp: SetUp;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the log shows at the moment. */
  readonly moments: readonly (readonly [string, RegExp])[];
}

/** Set by `npm run test:nightly`: each fault strikes at each moment. Without it, each strikes once. */
const isWhole = process.env.FAULT_TABLE === 'whole';

const table = faults.filter(({ name }) => name !== 'none');

/** The tests that strike a deploy with each fault. */
export function describeFaults({ strategy, setUp, inputs, moments }: Struck): void {
  describe(`A deploy by ${strategy}`, () => {
    let stage: Stage;
    let world: World;

    beforeAll(async () => {
      stage = await setStage();
      world = await World.make(stage, `fault-${strategy}`, setUp);
    }, 300_000);

    afterAll(() => stage.close());

    describe.each(moments)('%s', (moment, step) => {
      const at = moments.findIndex(([name]) => name === moment);
      const struck = table.filter((_, index) => isWhole || (index + 2) % moments.length === at);
      it.each(struck)('endures: $name', async (fault) => {
        const next = world.live === 'v1' ? 'v2' : 'v1';
        await world.endure(next, fault, { step, milliseconds: 150 }, inputs);
      });
    });
  });
}
