import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { must, until } from '../machine/run.js';
import { startTokenService, type TokenService } from './token-service.js';

/** A real registry: Debian's docker-registry. */
export interface Registry {
  /** `127.0.0.1:5480`: the same name on this machine and, forwarded, on each server of its stage. */
  readonly host: string;
  /** Its own on this machine, among all test workers and checkouts. */
  readonly port: number;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Stops answering; what was pushed stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Loses the layers of all images, as a broken store does; manifests and configurations stay. */
  loseLayers(): Promise<void>;
  /** The repositories that its store knows, also those without an image, and its uploads under way. */
  stored(): { readonly repositories: readonly string[]; readonly uploads: readonly string[] };
  /** Ends it and removes what was pushed. */
  remove(): Promise<void>;
}

/** On loopback Docker allows plain HTTP, at whatever port. */
export const firstRegistryPort = 5480;

/** How many registries this machine may have at a time. */
const mostRegistries = 64;

/**
 * Starts a registry on loopback, reachable from the servers through the engine's bridge.
 * @param auth `basic`: htpasswd; `token`: the bearer flow with a token service of its own
 */
export async function startRegistry(
  engine: Engine,
  { auth = 'none' }: { auth?: 'none' | 'basic' | 'token' } = {},
): Promise<Registry> {
  const { forward, port } = await forwardFrom(engine.gateway);
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-registry-'));
  mkdirSync(join(folder, 'data'));
  const account = { username: 'ci', password: 'registry-password-5f1c' };
  const tokens = auth === 'token' ? await startTokenService(folder, account) : undefined;
  const config = join(folder, 'config.yml');
  writeFileSync(config, await registryConfig(folder, port, auth, account, tokens));
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, 'registry.log'), 'a');
  let child: ChildProcess | undefined;

  const registry: Registry = {
    host: `127.0.0.1:${port}`,
    port,
    url,
    ...account,
    async start() {
      const started = spawn('docker-registry', ['serve', config], { stdio: ['ignore', log, log] });
      child = started;
      process.once('exit', () => started.kill('SIGKILL'));
      await until('the registry', 20, () => {
        // Most often another registry on the same port: a test must not talk to that one.
        if (started.exitCode !== null)
          throw new Error(`The registry ended; see ${folder}/registry.log`);
        return fetch(`${url}/v2/`).then(
          () => true,
          () => false,
        );
      });
    },
    async stop() {
      const ending = child;
      child = undefined;
      if (ending?.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill('SIGKILL');
      await ended;
    },
    async loseLayers() {
      // Configurations are JSON, layers are compressed.
      const gzip = String.raw`find "$1" -name data -path '*/blobs/*' -exec sh -c 'head -c 2 "$1" | od -An -tx1 | grep -q "1f 8b"' sh {} \; -print`;
      const found = await must('sh', ['-c', gzip, 'sh', join(folder, 'data')]);
      for (const file of found.split('\n').filter(Boolean)) rmSync(file);
      await registry.stop();
      await registry.start();
    },
    stored() {
      const store = join(folder, 'data', 'docker', 'registry', 'v2', 'repositories');
      const paths = readdirSync(store, { recursive: true, encoding: 'utf8' });
      const names = paths.flatMap((path) => /^(.+?)\/_\w+$/.exec(path)?.[1] ?? []);
      return {
        repositories: [...new Set(names)],
        // A cancelled one leaves an empty folder: Debian's docker-registry 2.8.
        uploads: paths.filter((path) => /\/_uploads\/[^/]+\/startedat$/.test(path)),
      };
    },
    async remove() {
      await registry.stop();
      forward.close();
      tokens?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await registry.start();
  return registry;
}

// https://distribution.github.io/distribution/about/configuration/
async function registryConfig(
  folder: string,
  port: number,
  auth: 'none' | 'basic' | 'token',
  { username, password }: { username: string; password: string },
  tokens: TokenService | undefined,
): Promise<string> {
  const config: Record<string, unknown> = {
    version: '0.1',
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}` },
  };
  if (auth === 'basic') {
    const file = join(folder, 'htpasswd');
    writeFileSync(file, await must('htpasswd', ['-niB', username], { input: password }));
    config.auth = { htpasswd: { realm: 'playground', path: file } };
  }
  if (tokens !== undefined)
    config.auth = {
      token: {
        realm: tokens.realm,
        service: 'playground',
        issuer: 'playground',
        rootcertbundle: tokens.certificate,
      },
    };
  // JSON is YAML.
  return JSON.stringify(config);
}

/**
 * The servers' way to a registry that listens on loopback only, at the first port where neither listens yet: who
 * has the forward has the port.
 */
async function forwardFrom(address: string): Promise<{ forward: Server; port: number }> {
  for (let port = firstRegistryPort; port < firstRegistryPort + mostRegistries; port++) {
    const forward = createServer((socket) => {
      const target = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [socket, target],
        [target, socket],
      ] as const) {
        from.on('error', () => to.destroy());
        from.pipe(to);
      }
    });
    if (!(await listens(forward, address, port))) continue;
    const probe = createServer();
    const isFree = await listens(probe, '127.0.0.1', port);
    probe.close();
    if (isFree) {
      forward.unref();
      return { forward, port };
    }
    forward.close();
  }
  throw new Error(
    `All ${mostRegistries} ports for registries from ${firstRegistryPort} on are taken`,
  );
}

/** Listens, unless somebody else does. */
async function listens(server: Server, address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, address, () => {
      resolve(true);
    });
  });
}
