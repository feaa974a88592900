import type { Server } from '../../playground/hosts/server.js';
import { HandMade, typedUp } from './by-hand.js';
import { DeployedProject, type Breakage, type Strategy } from './deployed.js';
import { leaveMarkers, takeInventory, type Inventory } from './inventory.js';
import { differences, likenessOf } from './likeness.js';
import type { Shape } from './shape.js';
import type { Twins } from './twin-servers.js';
import { anew, touched } from './untouched.js';
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
  await pair.prepare();
  try {
    await pair.step(
      'first',
      () => deployed.deploy(v1, 'v1'),
      () => byHand.up(v1, 'v1'),
    );
    const writer = kind && startWriter(twins.deployed, { project: shape.name, folder }, kind);
    await pair.step(
      'change',
      () => deployed.deploy(v2, 'v2'),
      () => byHand.up(v2, 'v2'),
    );
    const broken = breakage === 'hook' ? 'v3' : breakage;
    await pair.step(
      'failure',
      () => deployed.fail(v2, breakage),
      async () => {
        await byHand.up(v2, broken);
        await byHand.mend(v2, 'v2');
      },
    );
    await pair.step(
      'rollback',
      () => deployed.rollBack(v1),
      () => byHand.up(v1, 'v1'),
    );
    return writer === undefined ? pair.problems : [...pair.problems, ...(await writer.stop())];
  } finally {
    await pair.clear();
  }
}

/** The two servers of one cycle. */
class Pair {
  readonly problems: string[] = [];
  readonly #servers: readonly [Server, Server];
  readonly #shape: Shape;
  readonly #folder: string;

  constructor(servers: readonly [Server, Server], shape: Shape, folder: string) {
    this.#servers = servers;
    this.#shape = shape;
    this.#folder = folder;
  }

  async prepare(): Promise<void> {
    const script = `install -d -o deploy -g deploy "$1"\n${this.#shape.prepare ?? ''}`;
    for (const server of this.#servers)
      await server.exec(['sh', '-ec', script, 'sh', this.#folder]);
  }

  /**
   * One step on both servers at once, then the comparison.
   * @param deploy returns what is not as it must be about the deploy itself
   */
  async step(
    name: string,
    deploy: () => Promise<readonly string[]>,
    type: () => Promise<unknown>,
  ): Promise<void> {
    const before = await this.#inventories();
    const [problems] = await Promise.all([deploy(), type()]);
    const after = await this.#alike();
    const found = [
      ...problems,
      ...after.problems,
      ...touched(before, after.inventories),
      ...(await this.#upAgain()),
    ];
    this.problems.push(...found.map((problem) => `${name}: ${problem}`));
    const last = await this.#inventories();
    await leaveMarkers(this.#servers[0], last[0]);
    await leaveMarkers(this.#servers[1], last[1]);
  }

  async clear(): Promise<void> {
    const filter = `label=com.docker.compose.project=${this.#shape.name}`;
    const script = `docker ps -aq --filter ${filter} | xargs -r docker rm -fv
      docker volume ls -q --filter ${filter} | xargs -r docker volume rm -f
      docker network ls -q --filter ${filter} | xargs -r docker network rm
      rm -rf ${this.#folder}`;
    for (const server of this.#servers) await server.exec(['sh', '-c', script]);
  }

  #inventories(): Promise<readonly [Inventory, Inventory]> {
    const { name } = this.#shape;
    const [deployed, byHand] = this.#servers;
    return Promise.all([takeInventory(deployed, name), takeInventory(byHand, name)]);
  }

  /** Looks until both are alike: nobody waits for health on the second server. */
  async #alike(): Promise<{
    readonly inventories: readonly [Inventory, Inventory];
    readonly problems: readonly string[];
  }> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const inventories = await this.#inventories();
      const problems = differences(likenessOf(inventories[0]), likenessOf(inventories[1]));
      if (problems.length === 0 || Date.now() > deadline) return { inventories, problems };
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  /** A hand-typed `up -d` finds nothing to do; what has ended may run once more. */
  async #upAgain(): Promise<readonly string[]> {
    const [before] = await this.#inventories();
    const [up] = await Promise.all(this.#servers.map((server) => typedUp(server, this.#folder)));
    const [after] = await this.#inventories();
    return [
      ...(up?.code === 0 ? [] : [`up -d by hand failed: ${up?.stderr ?? ''}`]),
      ...anew(before, after).map((service) => `up -d by hand made ${service} anew`),
    ];
  }
}
