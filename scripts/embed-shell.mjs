// Writes src/server/shell/scripts.ts from the shell scripts beside it, so that they stay files that
// shellcheck reads and editors know. Plain JavaScript, because the compiler needs its result.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new globalThis.URL('../src/server/shell/', import.meta.url);
const read = (name) => readFileSync(new globalThis.URL(name, folder), 'utf8');
const client = read('prelude/2-client.sh');
const envLines = read('prelude/2-env-lines.sh');
const here = read('prelude/2-here.sh');
const look = (name) => [client, read('look.sh'), read(name)].join('\n');
const parts = readdirSync(new globalThis.URL('prelude/', folder)).toSorted();
const scripts = {
  probe: [read('prelude/2-holdings.sh'), envLines, here, look('probe.sh')].join('\n'),
  identity: read('identity.sh'),
  receive: read('receive.sh'),
  follow: read('follow.sh'),
  alive: read('alive.sh'),
  confirm: read('confirm.sh'),
  history: look('history.sh'),
  compare: `${envLines}\n${read('compare.sh')}`,
  files: `${read('prelude/2-server-files.sh')}\n${read('files.sh')}`,
  ask: read('ask.sh'),
  containers: look('containers.sh'),
  survey: `${read('prelude/2-holder.sh')}\n${look('survey.sh')}`,
  resources: `${here}\n${look('resources.sh')}`,
  serverEnv: read('server-env.sh'),
  envFiles: read('env-files.sh'),
  validate: `${envLines}\n${look('validate.sh')}`,
  reach: look('reach.sh'),
  settleLeft: read('settle-left.sh'),
  // A program that a program writes.
  prelude: [
    ...parts.map((name) => read(`prelude/${name}`)),
    `settle_all() {\n  cat <<'SETTLE_ALL'\n${read('settle-all.sh')}SETTLE_ALL\n}\n`,
  ].join('\n'),
};
const constants = Object.entries(scripts).map(
  ([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)};\n`,
);
const header = '// Generated from the shell scripts in this folder by scripts/embed-shell.mjs.\n\n';
const embedded = new globalThis.URL('scripts.ts', folder);
const text = header + constants.join('\n');
// A file that is written is a change to whoever watches.
if (!existsSync(embedded) || readFileSync(embedded, 'utf8') !== text) writeFileSync(embedded, text);
