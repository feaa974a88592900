// Runs a script of this project on a fresh clone: installs the packages when they are missing or
// older than the lock file, compiles, then hands over. Plain JavaScript without dependencies,
// because nothing else is there yet.
//   node scripts/bootstrap.mjs <compiled script> [arguments]
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import process from 'node:process';

const root = fileURLToPath(new globalThis.URL('..', import.meta.url));
const run = (file, args) => {
  const { status } = spawnSync(file, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const installed = `${root}node_modules/.package-lock.json`;
const isStale =
  !existsSync(installed) ||
  statSync(installed).mtimeMs < statSync(`${root}package-lock.json`).mtimeMs;
if (isStale) run('npm', ['ci', '--no-fund', '--no-audit']);
run(process.execPath, ['scripts/embed-shell.mjs']);
run(process.execPath, ['node_modules/typescript/bin/tsc']);

const [script, ...args] = process.argv.slice(2);
// The playground makes network bridges and runs an engine of its own; building and unit tests do not.
const usesPlayground = [
  'playground/demo.js',
  'scripts/test.js',
  'bench/index.js',
  '__tests__/chaos/chaos.js',
  '__tests__/symptoms/provoke.js',
].includes(script);
// Where dockerd and sshd are; the PATH of an ordinary user leaves these out.
process.env.PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;
const asRoot = usesPlayground && !args.includes('--unit') && process.getuid() !== 0;
if (script !== undefined) {
  const command = [process.execPath, `${root}build/${script}`, ...args];
  if (asRoot) run('sudo', ['--preserve-env=PATH', ...command]);
  else run(command[0], command.slice(1));
}
