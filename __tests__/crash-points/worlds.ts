import type { Server } from '../../playground/hosts/server.js';
import type { Stage } from '../../playground/stage.js';
import { goodVersions, inPlace, twofold, World, type SetUp } from '../chaos/world.js';
import { runBundle, type BundleOptions, type BundleResult } from '../support/run-bundle.js';

export const strategies = ['rolling', 'recreate', 'blue-green'] as const;
export type Strategy = (typeof strategies)[number];
export const occasions = [
  'deploy',
  'first deploy',
  'adopted site',
  'rollback',
  'take-back',
] as const;
export type Occasion = (typeof occasions)[number];

/** A program that is about to start, and what was there before it. */
export interface Occurrence {
  readonly action: 'deploy-compose' | 'rollback';
  readonly options: BundleOptions;
}

const setUps: Readonly<Record<Strategy, SetUp>> = {
  rolling: inPlace,
  recreate: { ...inPlace, inputs: { strategy: 'recreate' } },
  'blue-green': twofold,
};

/** A server on which one strategy is tried on every occasion. */
export class CrashWorld {
  readonly strategy: Strategy;
  readonly server: Server;
  readonly #stage: Stage;
  readonly #world: World;

  private constructor(strategy: Strategy, stage: Stage, world: World) {
    this.strategy = strategy;
    this.#stage = stage;
    this.#world = world;
    this.server = world.server;
  }

  static async make(stage: Stage, strategy: Strategy): Promise<CrashWorld> {
    const world = await World.make(stage, `crash-${strategy}`, setUps[strategy]);
    return new CrashWorld(strategy, stage, world);
  }

  /** The folders whose files the programs change. */
  readonly roots = ['/opt/app', '/opt/front'];

  deploy(version: string, inputs: Readonly<Record<string, string>> = {}): BundleOptions {
    return this.#world.options(version, {
      drain: '1s',
      'stable-for': '1s',
      'health-timeout': '40s',
      ...inputs,
    });
  }

  /**
   * Brings everything to where that occasion begins.
   * @param live the version that is live; empty for none
   */
  async prepare(occasion: Occasion, live: string): Promise<Occurrence> {
    if (occasion === 'first deploy' || occasion === 'adopted site') {
      await this.#empty();
      if (occasion === 'adopted site') await this.#startByHand('v3');
      return { action: 'deploy-compose', options: this.deploy('v1') };
    }
    if (live === '') await this.renew();
    const next = goodVersions.find((version) => version !== (live || 'v1')) ?? 'v1';
    const options = this.deploy(next);
    if (occasion === 'deploy') return { action: 'deploy-compose', options };
    const { state } = await this.#mustDeploy(options);
    if (occasion === 'rollback')
      return { action: 'rollback', options: { inputs: this.#inputsOfRollback(options) } };
    const env = Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value]));
    const rejected = this.deploy(next, { 'rollback-on': 'job-failure', 'job-status': 'failure' });
    return { action: 'deploy-compose', options: { ...rejected, phase: 'post', env } };
  }

  /** Begins again: what a point has broken is not to be the next one's. */
  async renew(): Promise<void> {
    await this.#empty();
    await this.#mustDeploy(this.deploy('v1'));
  }

  async #mustDeploy(options: BundleOptions): Promise<BundleResult> {
    const run = await runBundle('deploy-compose', options);
    if (run.code !== 0) throw new Error(`A deploy that nobody strikes failed:\n${run.log}`);
    return run;
  }

  #inputsOfRollback({ inputs }: BundleOptions): Readonly<Record<string, string>> {
    const own = ['host', 'ssh-key', 'known-hosts', 'path', 'drain', 'health-timeout', 'stable-for'];
    return Object.fromEntries(
      [...own, 'keep-warm', 'registry-username', 'registry-password'].flatMap((name) => {
        const value = inputs[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  async #empty(): Promise<void> {
    const script = `docker ps -aq --filter label=com.docker.compose.project | xargs -r docker inspect --format '{{.Id}} {{.Name}}' |
        sed -n '/ .front$/!s/ .*//p' | xargs -r docker rm -fv
      docker ps -aq --filter label=deploy-kit.holds | xargs -r docker rm -f
      docker network prune -f; find /opt/app -mindepth 1 -delete
      [ ! -e /opt/front ] || printf ':80 {\\n\\trespond 503\\n}\\n' >/opt/front/Caddyfile
      [ ! -e /opt/front ] || docker exec front caddy reload --config /etc/caddy/Caddyfile`;
    await this.server.exec(['sh', '-c', script]);
  }

  async #startByHand(version: string): Promise<void> {
    const { files = {} } = this.deploy(version);
    for (const [name, text] of Object.entries(files))
      await this.server.exec(['sh', '-c', 'cat >"/opt/app/$1"', 'sh', name], { input: text });
    const { host, username, password } = this.#stage.registry;
    const script = `cd /opt/app && printf 'IMAGE=%s/acme/api\\nIMAGE_TAG=%s\\n' "$1" "$2" >.env && chown -R deploy: .
      docker login -u "$3" --password-stdin "$1" && docker compose pull -q web && docker logout "$1" && docker compose up -d --wait`;
    const { code, stderr } = await this.server.exec(
      ['sh', '-ec', script, 'sh', host, version, username],
      { input: password },
    );
    if (code !== 0) throw new Error(`Nobody could start the site by hand: ${stderr}`);
  }
}
