import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chosenEngine } from '../../playground/hosts/server-engines.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { runCycle } from '../twin/cycle.js';
import { chosenCycles } from '../twin/table.js';
import { startTwins, type Twins } from '../twin/twin-servers.js';

const engine = chosenEngine();
const cycles = chosenCycles(engine);
let stage: Stage;
let twins: Twins;

beforeAll(async () => {
  stage = await setStage();
  twins = await startTwins(
    stage,
    cycles.map(({ shape }) => shape),
  );
}, 600_000);

afterAll(() => stage.close());

describe(`A deployed project is like its hand-typed twin (engine: ${engine})`, () => {
  it.each(cycles)(
    '$shape.name, $strategy, failing by $breakage',
    async (cycle) => {
      expect(await runCycle(twins, cycle)).toEqual([]);
    },
    600_000,
  );
});
