import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStage, type Stage } from '../../playground/stage.js';
import { StruckWorld } from '../crash-points/crash-points.js';
import type { Strike } from '../crash-points/striker.js';

/** A sample of `npm run crash-points`: where a program that was killed once left what no later one could mend. */
const points: readonly (readonly [what: string, act: RegExp, strike: Strike])[] = [
  ['a file is only linked aside', / open .*pins\.yml\.deploy-kit-new$/, { mode: 'kill' }],
  ['half of a file is written', / copy .*\/\.env\.deploy-kit-new$/, { mode: 'kill' }],
  ['Compose starts the services', / run compose up$/, { mode: 'late', milliseconds: 400 }],
  ['the journal does not know of the commit', / open .*journal\.jsonl$/, { mode: 'kill' }],
  ['half a line of the journal is written', / write .*journal\.jsonl$/, { mode: 'kill' }],
];

let stage: Stage;
let world: StruckWorld;
let acts: readonly string[] = [];

beforeAll(async () => {
  stage = await setStage();
  world = await StruckWorld.make(stage, 'rolling');
  ({ acts } = await world.count('deploy', 'kept'));
}, 300_000);

afterAll(() => stage.close());

describe('A program that is killed while nobody is there to notice', () => {
  it.each(points)('where %s is settled by the next job', async (_, pattern, strike) => {
    const at = acts.findIndex((act) => pattern.test(act)) + 1;
    expect(at).toBeGreaterThan(0);
    const struck = await world.strike({ occasion: 'deploy', at, strike, hasRunner: false });
    expect(struck.act).toMatch(pattern);
    expect([struck.wrong, struck.log]).toEqual([[], struck.log]);
  });
});
