/** Random faults at random moments, for as long as one likes: `npm run chaos -- --minutes 10 --seed 7`. */
import { parseArgs } from 'node:util';
import { stopEngine } from '../../playground/machine/engine.js';
import { setStage } from '../../playground/stage.js';
import { generator } from '../support/chance.js';
import { neighbours } from './neighbours.js';
import { badVersions, faults, goodVersions, inPlace, twofold, World } from './world.js';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(minutes > 0) || !Number.isInteger(seed))
  throw new RangeError('--minutes must be a positive number, --seed a whole one');

const random = generator(seed);
const pick = <Value>(choices: readonly Value[]): Value =>
  choices[Math.floor(random() * choices.length)] as Value;

const steps = [
  /Look at/,
  /Sending release/,
  /\[group\]Pull/,
  /Remember what runs now/,
  /Install the files/,
  /Start web beside|Start the services/,
  /Wait until/,
  /Take the old containers out|Switch the proxy|Compare the running images/,
];

console.log(`seed ${seed}: the same faults again with \`npm run chaos -- --seed ${seed}\``);
const stage = await setStage(console.log);
const counts = new Map<string, number>();
let code = 0;
try {
  const worlds = [
    await World.make(stage, 'chaos', inPlace),
    await World.make(stage, 'chaos-twofold', twofold),
  ] as const;
  const end = Date.now() + minutes * 60_000;
  for (let round = 1; Date.now() < end; round++) {
    const version = random() < 0.3 ? pick(badVersions) : pick(goodVersions);
    const fault = pick([...faults, ...neighbours]);
    const step = pick(steps);
    const milliseconds = Math.floor(random() * 800);
    const strategy = pick(['auto', 'recreate', 'blue-green']);
    const world = worlds[strategy === 'blue-green' ? 1 : 0];
    const title = `${round}: ${version} over ${world.live} (${strategy}), ${fault.name} ${milliseconds} ms after ${String(step)}`;
    const started = Date.now();
    try {
      await world.endure(version, fault, { step, milliseconds }, { strategy, force: 'true' });
    } catch (error) {
      throw new Error(`seed ${seed}, round ${title}`, { cause: error });
    }
    counts.set(fault.name, (counts.get(fault.name) ?? 0) + 1);
    console.log(`${title}: well after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  console.table(Object.fromEntries([...counts].map(([name, struck]) => [name, { struck }])));
} catch (error) {
  code = 1;
  console.error(error);
}
await stage.close();
await stopEngine();
process.exit(code);
