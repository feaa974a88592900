// Runs a script of this project on a fresh clone: takes a Node that is new enough, installs the packages when
// they are missing or older than the lock file, compiles, then hands over. Plain JavaScript without
// dependencies, because nothing else is there yet; it has to run on Node 18, too.
//   node scripts/bootstrap.mjs <script> [arguments]    a compiled one, or one in scripts/*.mjs
//   node scripts/bootstrap.mjs                         compiles and checks the types
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureNode24, isInstalled, runNpm } from './node24.mjs';

const root = fileURLToPath(new globalThis.URL('..', import.meta.url));
const oldest = 22;

const isOld = Number.parseInt(process.versions.node, 10) < oldest;
const node = isOld ? ensureNode24() : process.execPath;
// Where dockerd and sshd are; the PATH of an ordinary user leaves these out.
process.env.PATH = `${dirname(node)}:${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;

const run = (file, args) => {
  const { status } = spawnSync(file, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!isInstalled(root)) runNpm(node, ['ci', '--no-fund', '--no-audit']);
run(node, ['scripts/embed-shell.mjs']);
run(node, ['scripts/compile.mjs']);

const [script, ...args] = process.argv.slice(2);
// The playground makes network bridges and runs an engine of its own; building and unit tests do not.
const usesPlayground =
  [
    'playground/demo.js',
    'scripts/nightly.js',
    'bench/index.js',
    '__tests__/chaos/chaos.js',
    '__tests__/symptoms/provoke.js',
  ].includes(script) ||
  (script === 'scripts/test.js' && args[0] !== 'unit');
if (script === undefined) run(node, ['node_modules/typescript/bin/tsc']);
else {
  const command = [node, `${root}${script.endsWith('.mjs') ? '' : 'build/'}${script}`, ...args];
  if (usesPlayground && process.getuid() !== 0) run('sudo', ['--preserve-env=PATH', ...command]);
  else run(command[0], command.slice(1));
}
