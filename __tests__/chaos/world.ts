import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import type { Stage } from '../../playground/stage.js';
import { deployOptions, journal, pushApp } from '../support/deploys.js';
import {
  runBundle,
  startBundle,
  type BundleOptions,
  type BundleRun,
} from '../support/run-bundle.js';

/** Releases that start, and those that don't. */
export const goodVersions = ['v1', 'v2', 'v3'] as const;
export const badVersions = ['crash', 'sick'] as const;

/** A fault that strikes a deploy, and what it leaves behind. */
export interface Fault {
  readonly name: string;
  strike(world: World, run: BundleRun): Promise<void>;
  /** Whether the server itself went down, so that only the next deploy can settle it. */
  readonly takesServerDown: boolean;
  /** Whether what runs is unreachable for a while, whatever a deploy does. */
  readonly pausesSite: boolean;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const kill = (run: BundleRun, signal: NodeJS.Signals): void => {
  try {
    process.kill(run.pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
};

const small = { takesServerDown: false, pausesSite: false };

export const faults: readonly Fault[] = [
  { name: 'none', strike: () => Promise.resolve(), ...small },
  {
    name: 'SIGKILL of the action',
    strike: (_, run) => {
      kill(run, 'SIGKILL');
      return Promise.resolve();
    },
    ...small,
  },
  {
    name: 'cancelled job',
    strike: async (_, run) => {
      kill(run, 'SIGINT');
      await pause(1000);
      kill(run, 'SIGTERM');
    },
    ...small,
  },
  {
    name: 'SSH cut',
    strike: async ({ server }) => {
      await server.exec(['pkill', '-9', '-f', '^sshd: deploy']);
    },
    ...small,
  },
  {
    name: 'packets dropped for 4 s',
    strike: async ({ server }) => {
      await server.cutOff();
      await pause(4000);
      await server.restore();
    },
    takesServerDown: false,
    pausesSite: true,
  },
  {
    name: 'program killed on the server',
    strike: async ({ server }) => {
      await server.exec(['pkill', '-9', '-f', '^sh /opt/app/.deploy-kit/releases/']);
    },
    ...small,
  },
  {
    name: 'registry gone for 3 s',
    strike: async ({ server }) => {
      await server.exec(['systemctl', 'stop', 'registry-forward.socket', 'registry-forward']);
      await pause(3000);
      await server.exec(['systemctl', 'start', 'registry-forward.socket']);
    },
    ...small,
  },
  {
    name: 'restart of the Docker daemon',
    strike: async ({ server }) => {
      await server.exec(['systemctl', 'restart', 'docker']);
    },
    takesServerDown: true,
    pausesSite: true,
  },
  {
    name: 'power cut',
    strike: async ({ server }) => {
      await server.powerCut();
      await server.start();
    },
    takesServerDown: true,
    pausesSite: true,
  },
  {
    name: 'reboot',
    strike: ({ server }) => server.reboot(),
    takesServerDown: true,
    pausesSite: true,
  },
];

/** What is deployed, and how it is switched. */
export interface SetUp {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** What stands on the server before the first deploy: a script. */
  readonly prepare: string;
}

/** An app that rolls and a worker that can't, behind Caddy in the same project. */
export const inPlace: SetUp = {
  inputs: {},
  prepare: '',
  files: {
    'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
  worker:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    container_name: worker
  caddy:
    image: caddy:2
    restart: unless-stopped
    ports: ['8080:80']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile:ro']
`,
    Caddyfile: '{\n\tadmin off\n}\n:80 {\n\treverse_proxy web:8080\n}\n',
  },
};

/** The same app and worker, twice, with Caddy in a project of its own. */
export const twofold: SetUp = {
  inputs: {
    strategy: 'blue-green',
    'proxy-template': 'app.caddy',
    'proxy-file': '/opt/front/Caddyfile',
    'proxy-container': 'front',
    'keep-warm': '1s',
  },
  prepare: `mkdir -p /opt/front && cd /opt/front && printf ':80 {\n\trespond 503\n}\n' >Caddyfile
    docker network create proxy_net
    cat >compose.yml <<END
services:
  front:
    image: caddy:2
    container_name: front
    restart: unless-stopped
    ports: ['8080:80']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile']
    sysctls: ['net.ipv4.tcp_migrate_req=1']
    networks: [proxy_net]
networks: {proxy_net: {external: true}}
END
    chown -R deploy: . && docker compose up -d`,
  files: {
    'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    networks: [default, proxy_net]
  worker:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
networks: {proxy_net: {external: true}}
`,
    'app.caddy': ':80 {\n\treverse_proxy {\n\t\tto {{web:8080}}\n\t}\n}\n',
  },
};

/** A server with an app behind Caddy, and what must be true of it after each fault. */
export class World {
  readonly server: Server;
  readonly #stage: Stage;
  readonly #setUp: SetUp;
  live: string = goodVersions[0];
  /** The versions that other jobs deploy at the same time. */
  readonly rivals: string[] = [];

  private constructor(stage: Stage, server: Server, setUp: SetUp) {
    this.#stage = stage;
    this.#setUp = setUp;
    this.server = server;
  }

  /** Starts the server and deploys the first version to it. */
  static async make(stage: Stage, name: string, setUp: SetUp): Promise<World> {
    const world = new World(stage, await stage.startServer({ name }), setUp);
    await world.server.exec(['sh', '-ec', setUp.prepare]);
    for (const version of goodVersions) await pushApp(stage, version);
    await pushApp(stage, 'crash', 'exit');
    await pushApp(stage, 'sick', 'unhealthy');
    const first = await world.deploy(world.live);
    if (first.code !== 0) throw new Error(`The first deploy failed:\n${first.log}`);
    return world;
  }

  options(version: string, inputs: Readonly<Record<string, string>> = {}): BundleOptions {
    return deployOptions(this.#stage, this.server, version, {
      files: this.#setUp.files,
      inputs: { drain: '1s', 'keep-releases': '3', ...this.#setUp.inputs, ...inputs },
    });
  }

  deploy(version: string): ReturnType<typeof runBundle> {
    return runBundle('deploy-compose', this.options(version));
  }

  /**
   * Deploys a version, lets a fault strike at a moment, and sees that all is well again.
   * @param step what the log shows when the fault is due; `milliseconds` later it strikes
   * @throws {Error} what is not as it must be
   */
  async endure(
    version: string,
    fault: Fault,
    { step, milliseconds }: { readonly step: RegExp; readonly milliseconds: number },
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const run = await startBundle('deploy-compose', this.options(version, inputs));
    // A deploy may be done, or have failed, before the step comes.
    await Promise.race([run.sees(step).catch(() => undefined), run.result]);
    await pause(milliseconds);
    await fault.strike(this, run);
    const ended = await Promise.race([run.result, pause(180_000)]);
    if (ended === undefined) throw new Error('The action did not end within 180 s');
    await this.#settle(fault);
    await this.check([this.live, version, ...this.rivals.splice(0)]).catch((error: unknown) => {
      throw new Error(`${String(error)}\nThe log of the deploy:\n${ended.log}`);
    });
    // What follows works, whatever was left behind.
    const next = await this.deploy(this.live);
    if (next.code !== 0) throw new Error(`The next deploy failed:\n${next.log}`);
    await this.check([this.live], { beside: '' });
  }

  /** Waits until no program works any more; a server that went down is settled by a deploy. */
  async #settle(fault: Fault): Promise<void> {
    const lock = '/opt/app/.deploy-kit/lock';
    await until('the end of the program', 60, async () => {
      const { code } = await this.server.exec(['flock', '-n', lock, 'true']);
      return code === 0;
    });
    const { code } = await this.server.exec(['test', '-e', '/opt/app/.deploy-kit/transaction']);
    if (code !== 0) {
      // An engine that took too long to come back leaves no transaction, but says that it is not well.
      const last = (await journal(this.server)).at(-1);
      if (!fault.takesServerDown || last?.outcome !== 'unknown') return;
    }
    // Also where the program alone was killed and nobody was left to notice.
    if (!fault.takesServerDown && fault.name !== 'program killed on the server')
      throw new Error('A transaction is left, and nothing took the server down');
    const settled = await this.deploy(this.live);
    if (settled.code !== 0) throw new Error(`Settling failed:\n${settled.log}`);
  }

  /**
   * The contract: one of these versions, wholly, and nothing left over.
   * @param more what else must be true
   */
  async check(
    versions: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const wrong = async (): Promise<string | undefined> => {
      const site = await fetch(`http://${this.server.address}:8080/`, {
        signal: AbortSignal.timeout(5000),
      }).then(
        async (response) => `${response.status} ${(await response.text()).trim()}`,
        (error: unknown) => String(error),
      );
      const now = versions.find((version) => site === `200 version ${version}`);
      if (now === undefined) return `the site says "${site}", not one of ${versions.join(', ')}`;
      const state = await this.#state();
      const expected = {
        current: now,
        tag: now,
        web: `1 ${now}`,
        worker: `1 ${now}`,
        left: '',
        ...more,
      };
      for (const [key, value] of Object.entries(expected))
        if (state[key] !== value) return `${key} is "${state[key] ?? ''}", not "${value}"`;
      const last = (await journal(this.server)).at(-1);
      if (!last?.live.endsWith(`-${now}`)) return `the journal says ${last?.live ?? 'nothing'}`;
      this.live = now;
      return undefined;
    };
    let problem: string | undefined;
    await until('the contract', 30, async () => {
      problem = await wrong();
      return problem === undefined;
    }).catch(async () => {
      const look = 'cd /opt/app; docker ps -a; docker compose logs --tail 5; ls .deploy-kit';
      const { stdout, stderr } = await this.server.exec(['sh', '-c', look]);
      throw new Error(`${problem ?? ''}\n${stdout}${stderr}`);
    });
  }

  async #state(): Promise<Readonly<Record<string, string>>> {
    // What is kept warm beside the live project goes in its time.
    const script = `cd /opt/app
      live=$(sed -n 's/^COMPOSE_PROJECT_NAME=//p' .env)
      live=\${live:-app}
      echo "beside=$(docker ps -a --format '{{.Label "com.docker.compose.project"}}' | grep -vxF -e "$live" -e front | sort -u | tr '\n' ' ')"
      echo "current=$(sed 's/.*-//' .deploy-kit/current)"
      echo "tag=$(sed -n 's/^IMAGE_TAG=//p' .env)"
      for service in web worker; do
        ids=$(docker ps -aq --filter label=com.docker.compose.service=$service --filter label=com.docker.compose.project=$live)
        echo "$service=$(echo "$ids" | grep -c .) $(docker exec $ids sh -c 'echo $VERSION' 2>&1)"
      done
      echo "left=$(ls -d .deploy-kit/transaction* .deploy-kit/releases/*/docker .deploy-kit/releases/*/env.base .deploy-kit/releases/*.part 2>/dev/null | tr '\\n' ' ')"`;
    const { stdout } = await this.server.exec(['sh', '-c', script]);
    return Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => [
          line.slice(0, line.indexOf('=')),
          line.slice(line.indexOf('=') + 1).trim(),
        ]),
    );
  }
}
