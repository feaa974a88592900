import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GitHub } from './github/github.js';
import type { Files } from './github/git-repository.js';
import type { PlaygroundRepository } from './github/playground-repository.js';
import type { Run } from './github/run.js';
import { ensureBaseImages } from './hosts/base-images.js';
import { ensureProxyImages } from './hosts/proxy-images.js';
import { startRegistry, type Registry } from './hosts/registry.js';
import { startServer, type Server, type ServerOptions } from './hosts/server.js';
import { createStageNetwork } from './hosts/stage-network.js';
import { startEngine, type Engine } from './machine/engine.js';
import { ensureMachine } from './machine/install.js';
import { repositoryRoot } from './machine/places.js';
import { must } from './machine/run.js';

/** Everything that a deploy meets, on this machine. */
export interface Stage {
  readonly engine: Engine;
  readonly registry: Registry;
  readonly github: GitHub;
  startServer(options: ServerOptions): Promise<Server>;
  /** Ends and removes all of it but the engine, which the next run finds warm. */
  close(): Promise<void>;
}

/** Sets the stage: engine, registry with an account, GitHub with this checkout's actions. */
export async function setStage(say: (line: string) => void = () => undefined): Promise<Stage> {
  await ensureMachine(say);
  const engine = await startEngine();
  await ensureBaseImages(engine);
  await ensureProxyImages(engine);
  const registry = await startRegistry(engine, { auth: 'basic' });
  const network = await createStageNetwork(engine, registry.port);
  const github = await GitHub.start({
    actions: { 'org/deploy-kit': repositoryRoot },
    env: { PATH: process.env.PATH ?? '', ...engine.env },
  });
  const servers: Server[] = [];
  return {
    engine,
    registry,
    github,
    async startServer(options) {
      const server = await startServer(engine, network, options, say);
      servers.push(server);
      await loadImages(engine, server, ['caddy:2', 'nginx:1', ...(options.images ?? [])]);
      return server;
    },
    async close() {
      github.stop();
      await Promise.all(servers.map((server) => server.remove()));
      await network.remove();
      // Last: who has its port has the stage's names and addresses.
      await registry.remove();
    },
  };
}

/** Carries images into a server's own engine, as if they had been pulled there once. */
async function loadImages(
  engine: Engine,
  { container }: Server,
  images: readonly string[],
): Promise<void> {
  const pipe = 'server=$1; shift; docker save "$@" | docker exec -i "$server" docker load';
  await must('sh', ['-c', pipe, 'sh', container, ...images], {
    env: { ...process.env, ...engine.env },
  });
}

/**
 * The example of an API behind Caddy, with an app of the playground in it.
 * @param app `server` ends in order; `app` is built sooner
 */
export function exampleFiles(app: 'app' | 'server' = 'app'): Files {
  return {
    ...folderFiles(join(repositoryRoot, 'examples', 'api-behind-caddy')),
    ...folderFiles(join(repositoryRoot, 'playground', 'images', app)),
  };
}

/** Gives a repository the settings that the example asks for. */
export function configureExample(
  repository: PlaygroundRepository,
  registry: Registry,
  places: Readonly<
    Record<string, { readonly server: Server; readonly path: string; readonly port: number }>
  >,
): void {
  Object.assign(repository.variables, {
    IMAGE: `${registry.host}/acme/api`,
    REGISTRY_USERNAME: registry.username,
  });
  Object.assign(repository.secrets, { REGISTRY_PASSWORD: registry.password });
  for (const [name, { server, path, port }] of Object.entries(places))
    repository.environments[name] = {
      secrets: { SSH_KEY: server.privateKey },
      variables: {
        HOST: `${server.user}@${server.address}`,
        KNOWN_HOSTS: server.knownHosts,
        DEPLOY_PATH: path,
        PORT: String(port),
        URL: `http://${server.address}:${port}/health`,
      },
    };
}

/** A run's log and errors, for a person who wants to know why it failed. */
export function describeRun(run: Run): string {
  const jobs = run.report?.jobs ?? [];
  return [
    `${run.title}: ${run.conclusion ?? 'running'} ${run.error ?? ''}`,
    ...jobs.map(({ log }) => log),
  ].join('\n');
}

function folderFiles(folder: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(folder, prefix)).flatMap((name) => {
      const path = join(prefix, name);
      if (statSync(join(folder, path)).isDirectory())
        return Object.entries(folderFiles(folder, path));
      return [[path, readFileSync(join(folder, path), 'utf8')]];
    }),
  );
}
