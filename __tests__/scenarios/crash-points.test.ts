import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStage, type Stage } from '../../playground/stage.js';
import { StruckWorld } from '../crash-points/crash-points.js';
import type { Strike } from '../crash-points/striker.js';

/** A sample of `npm run crash-points`: where a program that was killed once left what no later one could mend. */
const points: readonly (readonly [
  what: string,
  act: string,
  strike: Strike,
  next: 'same' | 'other',
])[] = [
  [
    'a file is only linked aside',
    'open /opt/app/.deploy-kit/pins.yml.deploy-kit-new',
    { mode: 'kill' },
    'same',
  ],
  ['half of a file is written', 'copy /opt/app/.env.deploy-kit-new', { mode: 'kill' }, 'same'],
  ['Compose starts the services', 'run compose up', { mode: 'late', milliseconds: 400 }, 'same'],
  ['the old containers leave', 'run docker stop', { mode: 'kill' }, 'other'],
  [
    'the journal does not know of the commit',
    'open /opt/app/.deploy-kit/journal.jsonl',
    { mode: 'kill' },
    'same',
  ],
  [
    'half a line of the journal is written',
    'write /opt/app/.deploy-kit/journal.jsonl',
    { mode: 'kill' },
    'same',
  ],
];

let stage: Stage;
let world: StruckWorld;

beforeAll(async () => {
  stage = await setStage();
  world = await StruckWorld.make(stage, 'rolling');
}, 300_000);

afterAll(() => stage.close());

describe('A program that is killed while nobody is there to notice', () => {
  it.each(points)('where %s is settled by the next job', async (_, act, strike, next) => {
    const struck = await world.strike({ occasion: 'deploy', at: act, strike, next });
    expect(struck.act).toContain(act);
    expect([struck.wrong, struck.log]).toEqual([[], struck.log]);
  });
});
