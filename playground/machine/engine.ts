import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock, withLock, type Release } from './lock.js';
import { cacheFolder, runFolder } from './places.js';
import { must, run, until, type RunOptions, type RunResult } from './run.js';

/** The playground's own Docker engine; any other on the machine is left alone. */
export interface Engine {
  /** The address of this machine on the engine's bridge: servers reach it there. */
  readonly gateway: string;
  /** For programs that talk to this engine. */
  readonly env: Readonly<Record<string, string>>;
  docker(args: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** The same, for commands that must succeed. */
  must(args: readonly string[], options?: RunOptions): Promise<string>;
}

const bridge = 'dkp0';
const gateway = '172.31.250.1';
const socket = join(runFolder, 'docker.sock');
const pidFile = join(runFolder, 'docker.pid');

// The logins of this process: another one must not lose its own when this one logs out.
const clientFolders = join(runFolder, 'clients');

/** While a process holds it, the engine stays. */
const useLock = 'engine-in-use';
let inUse: Promise<Release | undefined> | undefined;

/** Starts the playground's engine, or takes the one that runs already. Needs root. */
export async function startEngine(): Promise<Engine> {
  mkdirSync(runFolder, { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });
  inUse ??= takeLock(useLock, 'shared');
  await inUse;
  const engine = engineAt(socket);
  await withLock('engine-start', () => ensureRunning(engine));
  return engine;
}

async function ensureRunning(engine: Engine): Promise<void> {
  if ((await engine.docker(['version'])).code === 0) return;
  await ensureBridge();
  const log = openSync(join(cacheFolder, 'dockerd.log'), 'a');
  spawn(
    'dockerd',
    [
      ['--data-root', join(cacheFolder, 'docker')],
      ['--exec-root', join(runFolder, 'exec')],
      ['--pidfile', pidFile],
      ['--host', `unix://${socket}`],
      ['--bridge', bridge],
      // Many short-lived servers: a container that does not stop must not hold up a test.
      ['--shutdown-timeout', '5'],
    ].flat(),
    { detached: true, stdio: ['ignore', log, log] },
  ).unref();
  await until(
    "the playground's Docker engine",
    60,
    async () => (await engine.docker(['version'])).code === 0,
  );
}

/** Ends the playground's engine and the bridge that it used, unless another process uses it. */
export async function stopEngine(): Promise<void> {
  await (
    await inUse
  )?.();
  inUse = undefined;
  // Test workers that have just ended may not have let go yet.
  const release = await takeLock(useLock, 'exclusive', 5);
  if (release === undefined) return;
  await endEngine();
  await release();
}

async function endEngine(): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  process.kill(pid, 'SIGTERM');
  await until("the end of the playground's Docker engine", 60, () =>
    Promise.resolve(!existsSync(pidFile)),
  );
  await run('ip', ['link', 'delete', bridge]);
  rmSync(clientFolders, { recursive: true, force: true });
}

async function ensureBridge(): Promise<void> {
  if ((await run('ip', ['link', 'show', bridge])).code === 0) return;
  await must('ip', ['link', 'add', bridge, 'type', 'bridge']);
  await must('ip', ['address', 'add', `${gateway}/24`, 'dev', bridge]);
  await must('ip', ['link', 'set', bridge, 'up']);
}

function engineAt(path: string): Engine {
  const env = { DOCKER_HOST: `unix://${path}` };
  const withEnv = (options: RunOptions = {}): RunOptions => ({
    ...options,
    env: {
      DOCKER_CONFIG: join(clientFolders, String(process.pid)),
      ...process.env,
      ...options.env,
      ...env,
    },
  });
  return {
    gateway,
    env,
    docker: (args, options) => run('docker', args, withEnv(options)),
    must: (args, options) => must('docker', args, withEnv(options)),
  };
}
