import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { setStage, type Stage } from '../../playground/stage.js';
import { faults, World } from '../chaos/world.js';

let stage: Stage;
let world: World;

beforeAll(async () => {
  stage = await setStage();
  world = await World.make(stage, 'fault-table');
}, 300_000);

afterAll(() => stage.close());

/** The moments of a rolling deploy at which most can go wrong. */
const moments = [
  ['while the new container starts', /Start web beside/],
  ['while the old one leaves', /Take the old containers out/],
] as const;

describe.each(moments)('A rolling deploy, %s', (_, step) => {
  it.each(faults.filter(({ name }) => name !== 'none'))('endures: $name', async (fault) => {
    const next = world.live === 'v1' ? 'v2' : 'v1';
    await world.endure(next, fault, { step, milliseconds: 150 });
  });
});
