import type { Server } from '../../playground/hosts/server.js';
import type { Stage } from '../../playground/stage.js';
import { deployOptions } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';
import { HandMade, typedUp } from './by-hand.js';
import { choices } from './choices.js';
import { leaveMarkers, serviceOf, takeInventory, type Inventory } from './inventory.js';
import { differences, likenessOf } from './likeness.js';
import type { Revision, Shape } from './shape.js';
import { startWriter } from './writer.js';

/** How a release is broken. */
export const breakages = ['crash', 'sick', 'hook'] as const;
export type Breakage = (typeof breakages)[number];

export interface Cycle {
  readonly shape: Shape;
  readonly breakage: Breakage;
  readonly strategy: 'auto' | 'recreate';
}

/** Two servers that should end up alike: one is deployed to, on the other somebody types. */
export interface Twins {
  readonly stage: Stage;
  readonly deployed: Server;
  readonly byHand: Server;
}

/**
 * Takes a shape through its life on both servers: first release, change, a release that fails, back to the first.
 * @returns what is not as it must be, a line each
 */
export async function runCycle(twins: Twins, cycle: Cycle): Promise<readonly string[]> {
  const life = new Life(twins, cycle);
  const { v1, v2, writer: kind } = cycle.shape;
  await life.prepare();
  try {
    await life.step('first', () => life.deploy(v1, 'v1'), [[v1, 'v1']]);
    const writer = kind && startWriter(twins.deployed, cycle.shape.name, kind);
    await life.step('change', () => life.deploy(v2, 'v2'), [[v2, 'v2']]);
    await life.step('failure', () => life.fail(v2), [
      [v2, cycle.breakage === 'hook' ? 'v3' : cycle.breakage],
      [v2, 'v2'],
    ]);
    await life.step('rollback', () => life.rollBack(), [[v1, 'v1']]);
    if (writer !== undefined) life.judge(await writer.stop());
  } finally {
    await life.clear();
  }
  return life.problems;
}

class Life {
  readonly problems: string[] = [];
  readonly #twins: Twins;
  readonly #cycle: Cycle;
  readonly #folder: string;
  readonly #hand: HandMade;

  constructor(twins: Twins, cycle: Cycle) {
    this.#twins = twins;
    this.#cycle = cycle;
    this.#folder = `/opt/${cycle.shape.name}`;
    this.#hand = new HandMade(twins.byHand, this.#folder, `${twins.stage.registry.host}/acme/api`);
  }

  async prepare(): Promise<void> {
    for (const server of this.#servers())
      await server.exec([
        ...['sh', '-ec', `install -d -o deploy -g deploy "$1"\n${this.#cycle.shape.prepare ?? ''}`],
        ...['sh', this.#folder],
      ]);
  }

  /**
   * One step on both servers at once, then the comparison.
   * @param byHand what is typed on the other server, in order
   */
  async step(
    name: string,
    act: () => Promise<readonly string[]>,
    byHand: readonly (readonly [Revision, string])[],
  ): Promise<void> {
    const say = (problems: readonly string[]): void => {
      this.problems.push(...problems.map((problem) => `${name}: ${problem}`));
    };
    const before = await this.#inventories();
    const [problems] = await Promise.all([act(), this.#type(byHand)]);
    say(problems);
    const after = await this.#alike();
    say(after.problems);
    say(touched(before, after.inventories));
    say(await this.#upAgain());
    const [deployed, hand] = await this.#inventories();
    await Promise.all([
      leaveMarkers(this.#twins.deployed, deployed),
      leaveMarkers(this.#twins.byHand, hand),
    ]);
  }

  async deploy(revision: Revision, tag: string): Promise<readonly string[]> {
    return ended(await runBundle('deploy-compose', this.#options(revision, tag)));
  }

  /** A release that must be restored, and says so. */
  async fail(revision: Revision): Promise<readonly string[]> {
    const { breakage } = this.#cycle;
    const run = await runBundle(
      'deploy-compose',
      breakage === 'hook'
        ? this.#options(revision, 'v3', { 'after-switch': 'exit 1' })
        : this.#options(revision, breakage),
    );
    const says = run.annotations.map(({ message }) => message).join('\n');
    if (run.code === 1 && says.includes('The server was restored')) return [];
    return [`not restored (${run.entries.join(', ')}):\n${says}\n${run.log.slice(-3000)}`];
  }

  async rollBack(): Promise<readonly string[]> {
    const { inputs } = this.#options(this.#cycle.shape.v1, 'v1');
    const taken = ['host', 'ssh-key', 'known-hosts', 'path', 'stable-for', 'drain'];
    const own = Object.entries(inputs).filter(
      ([name]) => taken.includes(name) || name.startsWith('registry-'),
    );
    return ended(await runBundle('rollback', { inputs: Object.fromEntries(own) }));
  }

  judge({ acknowledged, lost }: { acknowledged: number; lost: readonly number[] }): void {
    if (acknowledged < 10)
      this.problems.push(`writer: only ${acknowledged} rows were acknowledged`);
    if (lost.length > 0)
      this.problems.push(
        `writer: ${lost.length} of ${acknowledged} acknowledged rows are lost: ${lost.slice(0, 20).join(', ')}`,
      );
  }

  async clear(): Promise<void> {
    const filter = `label=com.docker.compose.project=${this.#cycle.shape.name}`;
    const script = `docker ps -aq --filter ${filter} | xargs -r docker rm -fv
      docker volume ls -q --filter ${filter} | xargs -r docker volume rm -f
      docker network ls -q --filter ${filter} | xargs -r docker network rm
      rm -rf ${this.#folder}`;
    for (const server of this.#servers()) await server.exec(['sh', '-c', script]);
  }

  #servers(): readonly Server[] {
    return [this.#twins.deployed, this.#twins.byHand];
  }

  #options(
    revision: Revision,
    tag: string,
    inputs: Readonly<Record<string, string>> = {},
  ): ReturnType<typeof deployOptions> {
    const { stage, deployed } = this.#twins;
    const image = `${stage.registry.host}/acme/api`;
    const images = revision.compose.includes('{IMAGE}-volume')
      ? `${image}:${tag}\n${image}-volume:${tag}`
      : `${image}:${tag}`;
    return deployOptions(stage, deployed, tag, {
      files: { 'compose.yml': revision.compose, ...revision.files },
      inputs: {
        ...{ path: this.#folder, images, env: `IMAGE=${image}\n${revision.env ?? ''}` },
        ...{ strategy: this.#cycle.strategy, 'stable-for': '1s', drain: '1s' },
        ...inputs,
      },
    });
  }

  async #type(revisions: readonly (readonly [Revision, string])[]): Promise<void> {
    for (const [revision, tag] of revisions) await this.#hand.up(revision, tag);
  }

  #inventories(): Promise<readonly [Inventory, Inventory]> {
    const { name } = this.#cycle.shape;
    return Promise.all([
      takeInventory(this.#twins.deployed, name),
      takeInventory(this.#twins.byHand, name),
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
  async #upAgain(): Promise<readonly string[]> {
    const [before] = await this.#inventories();
    const [up] = await Promise.all(this.#servers().map((server) => typedUp(server, this.#folder)));
    const [after] = await this.#inventories();
    const failed = up?.code === 0 ? [] : [`up -d by hand failed: ${up?.stderr ?? ''}`];
    const now = new Set(after.containers.map(identity));
    const lost = before.containers.filter((container) => !now.has(identity(container)));
    return [
      ...failed,
      ...lost.map((container) => `up -d by hand made ${serviceOf(container)} anew`),
    ];
  }
}

function ended(run: BundleResult): readonly string[] {
  return run.code === 0 ? [] : [`failed (${run.entries.join(', ')}):\n${run.log.slice(-4000)}`];
}

/** What only another container has, or the same one that was started again. What has ended may start again. */
function identity({ Id, State }: Inventory['containers'][number]): string {
  return State.Status === 'running' ? `${Id} ${State.StartedAt}` : Id;
}

/** The services that a hand-typed `up -d` left alone, and the deploy did not. */
function touched(
  before: readonly [Inventory, Inventory],
  after: readonly [Inventory, Inventory],
): readonly string[] {
  return [...kept(before[1], after[1])]
    .filter((service) => !kept(before[0], after[0]).has(service))
    .filter((service) => filesOf(before[0], service) === filesOf(after[0], service))
    .map((service) => `the containers of ${service} did not have to be touched`);
}

function kept(before: Inventory, after: Inventory): ReadonlySet<string> {
  const now = new Set(after.containers.map(identity));
  const gone = before.containers
    .filter((container) => !now.has(identity(container)))
    .map(serviceOf);
  return new Set(before.containers.map(serviceOf).filter((service) => !gone.includes(service)));
}

function filesOf({ containers }: Inventory, service: string): string {
  return containers
    .filter((container) => serviceOf(container) === service)
    .map(({ Config }) => Config.Labels[choices.filesLabel] ?? '')
    .join();
}
