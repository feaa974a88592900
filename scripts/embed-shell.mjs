// Writes src/plan/server/scripts.ts from the shell scripts beside it, so that they stay files that
// shellcheck reads and editors know. Plain JavaScript, because the compiler needs its result.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new globalThis.URL('../src/plan/server/', import.meta.url);
const names = ['probe', 'receive', 'follow', 'prelude'];
const constants = names.map((name) => {
  const text = readFileSync(new globalThis.URL(`${name}.sh`, folder), 'utf8');
  return `export const ${name} =\n  ${JSON.stringify(text)};\n`;
});
const header = '// Generated from the shell scripts in this folder by scripts/embed-shell.mjs.\n\n';
writeFileSync(new globalThis.URL('scripts.ts', folder), header + constants.join('\n'));
