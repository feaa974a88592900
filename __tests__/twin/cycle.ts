import { HandMade, typedUp } from './by-hand.js';
import { DeployedProject, type Breakage, type Strategy } from './deployed.js';
import { Pair, type Step } from './pair.js';
import type { Shape } from './shape.js';
import { pullFormer, type Twins } from './twin-servers.js';
import { startWriter } from './writer.js';

/** A shape's life, and how its third release fails. */
export interface Cycle {
  readonly shape: Shape;
  readonly breakage: Breakage;
  readonly strategy: Strategy;
}

/**
 * Takes a shape through its life on both servers: first release, change, a release that fails, back to the first. What
 * ran before it, if anything, comes first, then a first release that fails.
 * @returns what is not as it must be, a line each
 */
export async function runCycle(twins: Twins, cycle: Cycle): Promise<readonly string[]> {
  const { shape } = cycle;
  const folder = `/opt/${shape.name}`;
  const pair = new Pair([twins.deployed, twins.byHand], shape, folder);
  const [first, ...others] = stepsOf(twins, cycle);
  await pair.prepare();
  try {
    if (shape.former !== undefined) await pullFormer(twins);
    const problems = await pair.take(first === undefined ? [] : [first]);
    if (problems.length > 0) return problems;
    const project = shape.project ?? shape.name;
    const writer = shape.writer && startWriter(twins.deployed, { project, folder }, shape.writer);
    return [...(await pair.take(others)), ...((await writer?.stop()) ?? [])];
  } finally {
    await pair.clear();
  }
}

interface Hands {
  readonly deployed: DeployedProject;
  /** A person on the server that is deployed to, before the first release. */
  readonly before: HandMade;
  readonly byHand: HandMade;
}

function stepsOf(twins: Twins, cycle: Cycle): readonly Step[] {
  const { shape, strategy } = cycle;
  const image = `${twins.stage.registry.host}/acme/api`;
  const hands = {
    deployed: new DeployedProject(twins, shape, strategy),
    before: new HandMade(twins.deployed, image, shape),
    byHand: new HandMade(twins.byHand, image, shape),
  };
  const again: Step['again'] = [
    () => typedUp(twins.deployed, `/opt/${shape.name}`),
    () => hands.byHand.again(),
  ];
  return [
    ...(shape.former === undefined ? [] : formerSteps(hands, cycle)),
    ...releaseSteps(hands, cycle).map((step) => ({ ...step, again })),
  ];
}

function formerSteps(
  { deployed, before, byHand }: Hands,
  { shape: { v1 }, breakage }: Cycle,
): readonly Step[] {
  const again: Step['again'] = [() => before.again(), () => byHand.again()];
  return [
    {
      name: 'by hand',
      async deploy() {
        const { code, stderr } = await before.start();
        return code === 0 ? [] : [stderr];
      },
      type: () => byHand.start(),
      again,
    },
    {
      name: 'failing first',
      deploy: () => deployed.fail(v1, breakage),
      async type() {
        await byHand.up(v1, tagOf(breakage));
        await byHand.startAgain();
      },
      again,
    },
  ];
}

function releaseSteps(
  { deployed, before, byHand }: Hands,
  { shape: { v1, v2, former, ownEnv }, breakage }: Cycle,
): readonly Omit<Step, 'again'>[] {
  return [
    {
      name: 'first',
      async deploy() {
        if (former === undefined && ownEnv !== undefined) await before.own();
        return deployed.deploy(v1, 'v1');
      },
      type: () => byHand.up(v1, 'v1'),
    },
    { name: 'change', deploy: () => deployed.deploy(v2, 'v2'), type: () => byHand.up(v2, 'v2') },
    {
      name: 'failure',
      deploy: () => deployed.fail(v2, breakage),
      async type() {
        await byHand.up(v2, tagOf(breakage));
        await byHand.mend(v2, 'v2');
      },
    },
    { name: 'rollback', deploy: () => deployed.rollBack(v1), type: () => byHand.up(v1, 'v1') },
  ];
}

function tagOf(breakage: Breakage): string {
  return breakage === 'hook' ? 'v3' : breakage;
}
