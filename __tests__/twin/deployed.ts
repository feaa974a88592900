import { deployOptions } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';
import { filesOf, sidesOf, type Revision, type Shape } from './shape.js';
import type { Twins } from './twin-servers.js';

/** How a release is broken: its app ends, never becomes healthy, or a hook says no. */
export const breakages = ['crash', 'sick', 'hook'] as const;
export type Breakage = (typeof breakages)[number];

export type Strategy = 'auto' | 'recreate';

/** A project that is deployed into a folder. Each method returns what is not as it must be. */
export class DeployedProject {
  readonly #twins: Twins;
  readonly #shape: Shape;
  readonly #strategy: Strategy;

  constructor(twins: Twins, shape: Shape, strategy: Strategy) {
    this.#twins = twins;
    this.#shape = shape;
    this.#strategy = strategy;
  }

  async deploy(revision: Revision, tag: string): Promise<readonly string[]> {
    return ended(await runBundle('deploy-compose', this.#options(revision, tag)));
  }

  /** A release that must be restored, and says so. */
  async fail(revision: Revision, breakage: Breakage): Promise<readonly string[]> {
    const options =
      breakage === 'hook'
        ? this.#options(revision, 'v3', { 'after-switch': 'exit 1' })
        : this.#options(revision, breakage);
    const run = await runBundle('deploy-compose', options);
    const says = run.annotations.map(({ message }) => message).join('\n');
    if (run.code === 1 && says.includes('The server was restored')) return [];
    return [`not restored (${run.entries.join(', ')}):\n${says}\n${run.log.slice(-3000)}`];
  }

  /** @param revision the first: the options that both actions have are the same for all */
  async rollBack(revision: Revision): Promise<readonly string[]> {
    const { inputs } = this.#options(revision, 'v1');
    const common = ['host', 'ssh-key', 'known-hosts', 'path', 'stable-for', 'drain'];
    const own = Object.entries(inputs).filter(
      ([name]) => common.includes(name) || name.startsWith('registry-'),
    );
    return ended(await runBundle('rollback', { inputs: Object.fromEntries(own) }));
  }

  #options(
    revision: Revision,
    tag: string,
    inputs: Readonly<Record<string, string>> = {},
  ): ReturnType<typeof deployOptions> {
    const { stage, deployed } = this.#twins;
    const { name, inputs: own } = this.#shape;
    const image = `${stage.registry.host}/acme/api`;
    const sides = sidesOf(revision).map((side) => `${image}-${side}:${tag}`);
    const images = [`${image}:${tag}`, ...sides].join('\n');
    return deployOptions(stage, deployed, tag, {
      files: filesOf(revision),
      inputs: {
        ...{ path: `/opt/${name}`, images, env: `IMAGE=${image}\n${revision.env ?? ''}` },
        ...{ strategy: this.#strategy, 'stable-for': '1s', drain: '1s' },
        ...(revision.composeFiles && { 'compose-files': revision.composeFiles.join('\n') }),
        ...own,
        ...inputs,
      },
    });
  }
}

function ended(run: BundleResult): readonly string[] {
  return run.code === 0 ? [] : [`failed (${run.entries.join(', ')}):\n${run.log.slice(-4000)}`];
}
