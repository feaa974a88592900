// The Node that GitHub's runner ships, from npm, in a folder of its own: the playground runs the actions on it,
// and everything runs on it where the machine's own is too old. Has to run on that old one, too.
//   node scripts/node24.mjs    installs it where it is missing, and prints its path
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new globalThis.URL('../playground/node24', import.meta.url));

/** The path of Node 24; it is installed where it is missing. */
export function ensureNode24() {
  const node = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (!isInstalled(folder) || !existsSync(node))
    runNpm(process.execPath, ['ci', '--prefix', folder, '--silent']);
  return node;
}

/** Whether the packages of a folder are there, and not older than its lock file. */
export function isInstalled(project) {
  const installed = join(project, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(project, 'package-lock.json')).mtimeMs
  );
}

/** Runs npm on this Node; a failure ends the process. */
export function runNpm(node, args) {
  const cli = npmCli();
  // An npm that is older than this Node uses what has been deprecated since.
  const { error, status } = spawnSync(node, ['--no-deprecation', cli, ...args], {
    stdio: ['ignore', process.stderr, 'inherit'],
    // Where Debian's npm has its parts, which Debian's own Node knows by itself.
    env: cli.startsWith('/usr/share/')
      ? { ...process.env, NODE_PATH: ['/usr/share/nodejs', '/usr/lib/nodejs'].join(delimiter) }
      : process.env,
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status || 1);
}

/** The script that `npm` is: the one that runs this, or else the first on the PATH. */
function npmCli() {
  const beside = join(process.execPath, '..', '..', 'lib/node_modules/npm/bin/npm-cli.js');
  const onPath = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, 'npm'));
  const found = [process.env.npm_execpath ?? '', beside, ...onPath].filter(
    (file) => /(^|\/)npm(-cli\.js)?$/.test(file) && existsSync(file),
  );
  if (found.length === 0) throw new Error('npm is not on the PATH');
  return realpathSync(found[0]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${ensureNode24()}\n`);
