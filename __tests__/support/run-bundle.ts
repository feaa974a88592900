import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { entriesOf } from './entries-of.js';
import { leaks } from './leaks.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { FileCommands } from '../../playground/runner/file-commands.js';
import { Mask } from '../../playground/runner/mask.js';
import { ensureNode24 } from '../../playground/runner/node24.js';
import { StepLog, type Annotation } from '../../playground/runner/step-log.js';

/** One action of `dist/`, run under Node 24 with the runner's environment. */
export interface BundleRun {
  readonly pid: number;
  /** Resolves when the log shows a line that matches, or rejects at the end without one. */
  sees(pattern: RegExp): Promise<void>;
  readonly result: Promise<BundleResult>;
}

export interface BundleResult {
  readonly code: number;
  readonly log: string;
  readonly annotations: readonly Annotation[];
  /** The entries of the catalogue that its annotations lead to. */
  readonly entries: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly env: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly summary: string;
}

export interface BundleOptions {
  readonly inputs: Readonly<Record<string, string>>;
  /** The checkout: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly event?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly phase?: 'index' | 'post';
}

/** Starts an action's bundle. */
export async function startBundle(
  name: string,
  { inputs, files = {}, event = {}, env = {}, phase = 'index' }: BundleOptions,
): Promise<BundleRun> {
  const node = await ensureNode24();
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-bundle-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  const commands = new FileCommands(folder, 'step');
  const log = new StepLog(new Mask(), undefined, env.RUNNER_DEBUG === '1');
  const child = spawn(node, [join(repositoryRoot, 'dist', name, `${phase}.js`)], {
    cwd: workspace,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '/root',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/api',
      GITHUB_SHA: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_ACTOR: 'ada',
      GITHUB_RUN_ID: '77',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: folder,
      ...Object.fromEntries(
        Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
      ),
      ...commands.env,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      log.take(line);
      for (const watch of watchers) watch();
    });
  const result = new Promise<BundleResult>((resolve) => {
    child.on('close', (code) => {
      for (const watch of watchers) watch();
      resolve({
        code: code ?? -1,
        log: log.text,
        annotations: log.annotations,
        entries: entriesOf(log.annotations),
        outputs: commands.pairs('OUTPUT'),
        env: commands.pairs('ENV'),
        state: commands.pairs('STATE'),
        summary: commands.summary(),
      });
      rmSync(folder, { recursive: true, force: true });
    });
  });
  return {
    pid: child.pid ?? 0,
    result,
    sees: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (pattern.test(log.text)) {
            watchers.delete(watch);
            resolve();
          } else if (child.exitCode !== null)
            reject(new Error(`The log never showed ${String(pattern)}:\n${log.text}`));
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/**
 * Runs an action's bundle to its end.
 * @throws {Error} when a secret shows anywhere in what the run leaves
 */
export async function runBundle(name: string, options: BundleOptions): Promise<BundleResult> {
  const result = await (await startBundle(name, options)).result;
  const found = await leaks(name, options.inputs, result);
  if (found.length > 0) throw new Error(`Secrets show: ${[...new Set(found)].join(', ')}`);
  return result;
}
