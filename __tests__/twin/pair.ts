import type { Server } from '../../playground/hosts/server.js';
import { typedUp } from './by-hand.js';
import { leaveMarkers, takeInventory, type Inventory } from './inventory.js';
import { differences, likenessOf } from './likeness.js';
import type { Shape } from './shape.js';
import { anew, touched } from './untouched.js';

/** One step on both servers. */
export interface Step {
  readonly name: string;
  /** Returns what is not as it must be about the deploy itself. */
  readonly deploy: () => Promise<readonly string[]>;
  readonly type: () => Promise<unknown>;
}

/** The two servers of one cycle, with the same project on each. */
export class Pair {
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

  /** Takes steps until one goes wrong: what comes after it would not be of its own making. */
  async take(steps: readonly Step[]): Promise<readonly string[]> {
    for (const step of steps) {
      const found = await this.#step(step);
      if (found.length > 0) return found.map((problem) => `${step.name}: ${problem}`);
    }
    return [];
  }

  /** One step on both servers at once, then the comparison. */
  async #step({ deploy, type }: Step): Promise<readonly string[]> {
    const before = await this.#inventories();
    const [problems] = await Promise.all([deploy(), type()]);
    const after = await this.#alike();
    const again = await this.#upAgain();
    const last = await this.#inventories();
    await leaveMarkers(this.#servers[0], last[0]);
    await leaveMarkers(this.#servers[1], last[1]);
    return [...problems, ...after.problems, ...touched(before, after.inventories), ...again];
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
