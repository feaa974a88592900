import { HandMade } from './by-hand.js';
import { DeployedProject, type Breakage, type Strategy } from './deployed.js';
import { Pair, type Step } from './pair.js';
import type { Shape } from './shape.js';
import type { Twins } from './twin-servers.js';
import { startWriter } from './writer.js';

/** A shape's life, and how its third release fails. */
export interface Cycle {
  readonly shape: Shape;
  readonly breakage: Breakage;
  readonly strategy: Strategy;
}

/**
 * Takes a shape through its life on both servers: first release, change, a release that fails, back to the first.
 * @returns what is not as it must be, a line each
 */
export async function runCycle(twins: Twins, cycle: Cycle): Promise<readonly string[]> {
  const { shape, breakage, strategy } = cycle;
  const { v1, v2, writer: kind } = shape;
  const folder = `/opt/${shape.name}`;
  const deployed = new DeployedProject(twins, folder, strategy);
  const byHand = new HandMade(twins.byHand, folder, `${twins.stage.registry.host}/acme/api`);
  const pair = new Pair([twins.deployed, twins.byHand], shape, folder);
  const broken = breakage === 'hook' ? 'v3' : breakage;
  const steps: readonly Step[] = [
    { name: 'first', deploy: () => deployed.deploy(v1, 'v1'), type: () => byHand.up(v1, 'v1') },
    { name: 'change', deploy: () => deployed.deploy(v2, 'v2'), type: () => byHand.up(v2, 'v2') },
    {
      name: 'failure',
      deploy: () => deployed.fail(v2, breakage),
      async type() {
        await byHand.up(v2, broken);
        await byHand.mend(v2, 'v2');
      },
    },
    { name: 'rollback', deploy: () => deployed.rollBack(v1), type: () => byHand.up(v1, 'v1') },
  ];
  await pair.prepare();
  try {
    const problems = await pair.take(steps.slice(0, 1));
    if (problems.length > 0) return problems;
    const writer = kind && startWriter(twins.deployed, { project: shape.name, folder }, kind);
    return [...(await pair.take(steps.slice(1))), ...((await writer?.stop()) ?? [])];
  } finally {
    await pair.clear();
  }
}
