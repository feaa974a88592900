import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { setStage, type Stage } from '../../playground/stage.js';
import { faults, inPlace, twofold, World, type SetUp } from '../chaos/world.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 300_000);

afterAll(() => stage.close());

interface Struck {
  readonly strategy: string;
  readonly setUp: SetUp;
  readonly inputs: Readonly<Record<string, string>>;
  /** When most can go wrong, and what the log shows then. */
  readonly moments: readonly (readonly [string, RegExp])[];
}

const strategies: readonly Struck[] = [
  {
    strategy: 'rolling',
    setUp: inPlace,
    inputs: { strategy: 'auto' },
    moments: [
      ['while an image is pulled', /\[group\]Pull/],
      ['while the new container starts', /Start web beside/],
      ['while the old one leaves', /Take the old containers out/],
    ],
  },
  {
    strategy: 'recreate',
    setUp: inPlace,
    inputs: { strategy: 'recreate' },
    moments: [
      ['while the files are put in place', /Install the files/],
      ['while the containers are replaced', /Start the services/],
      ['while they become healthy', /Wait until the services are healthy/],
    ],
  },
  {
    strategy: 'blue-green',
    setUp: twofold,
    inputs: {},
    moments: [
      ['while the new project starts', /Start the services beside/],
      ['while the proxy is switched', /Switch the proxy/],
    ],
  },
];

describe.each(strategies)('A deploy by $strategy', ({ strategy, setUp, inputs, moments }) => {
  let world: World;

  beforeAll(async () => {
    world = await World.make(stage, `fault-${strategy}`, setUp);
  }, 120_000);

  afterAll(() => world.server.remove());

  describe.each(moments)('%s', (_, step) => {
    it.each(faults.filter(({ name }) => name !== 'none'))('endures: $name', async (fault) => {
      const next = world.live === 'v1' ? 'v2' : 'v1';
      await world.endure(next, fault, { step, milliseconds: 150 }, inputs);
    });
  });
});
