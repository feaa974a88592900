import type { Server } from '../../playground/hosts/server.js';
import type { RunResult } from '../../playground/machine/run.js';
import { leaveMarkers, takeInventory, type Inventory } from './inventory.js';
import { differences, likenessOf } from './likeness.js';
import { strayMounts } from './mounted.js';
import type { Shape } from './shape.js';
import { anew, touched } from './untouched.js';

/** One step on both servers. */
export interface Step {
  readonly name: string;
  /** Returns what is not as it must be about the deploy itself. */
  readonly deploy: () => Promise<readonly string[]>;
  readonly type: () => Promise<unknown>;
  /** What is typed afterwards, on each of them, and must find nothing to do. */
  readonly again: readonly [deployed: () => Promise<RunResult>, byHand: () => Promise<RunResult>];
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
  async #step({ deploy, type, again: words }: Step): Promise<readonly string[]> {
    const before = await this.#inventories();
    const [problems] = await Promise.all([deploy(), type()]);
    const after = await this.#alike();
    const stray = await strayMounts(this.#servers[0], after.inventories[0]);
    const again = await this.#upAgain(words);
    const last = await this.#inventories();
    await leaveMarkers(this.#servers[0], last[0]);
    await leaveMarkers(this.#servers[1], last[1]);
    return [
      ...problems,
      ...after.problems,
      ...touched(before, after.inventories),
      ...this.#disturbed(before[0], after.inventories[0]),
      ...stray,
      ...again,
    ];
  }

  /** What no release may touch, and one did. */
  #disturbed(before: Inventory, after: Inventory): readonly string[] {
    const { untouched = [] } = this.#shape;
    return anew(before, after)
      .filter((service) => untouched.includes(service))
      .map((service) => `the containers of ${service} had to be left alone`);
  }

  async clear(): Promise<void> {
    const filter = `label=com.docker.compose.project=${this.#project}`;
    const script = `docker ps -aq --filter ${filter} | xargs -r docker rm -fv
      docker volume ls -q --filter ${filter} | xargs -r docker volume rm -f
      docker network ls -q --filter ${filter} | xargs -r docker network rm
      rm -rf ${this.#folder}`;
    for (const server of this.#servers) await server.exec(['sh', '-c', script]);
  }

  get #project(): string {
    return this.#shape.project ?? this.#shape.name;
  }

  #inventories(): Promise<readonly [Inventory, Inventory]> {
    const [deployed, byHand] = this.#servers;
    return Promise.all([
      takeInventory(deployed, this.#project),
      takeInventory(byHand, this.#project),
    ]);
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
  async #upAgain([deployed, byHand]: Step['again']): Promise<readonly string[]> {
    const [before] = await this.#inventories();
    const [up] = await Promise.all([deployed(), byHand()]);
    const [after] = await this.#inventories();
    return [
      ...(up.code === 0 ? [] : [`up -d by hand failed: ${up.stderr}`]),
      ...anew(before, after).map((service) => `up -d by hand made ${service} anew`),
    ];
  }
}
