import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEnvFile } from '../../../src/compose/env-file.js';
import { prelude } from '../../../src/server/shell/scripts.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { shells } from '../../support/shells.js';

const folder = mkdtempSync(join(tmpdir(), 'env-lines-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

// The two functions stand in the prelude one after the other.
const [functions = ''] = /^env_reader='[\s\S]*?^env_without[\s\S]*?^}$/m.exec(prelude) ?? [];

function run(shell: readonly string[], call: string): string {
  const [file = '', ...args] = shell;
  const { stdout, stderr } = spawnSync(file, [...args, '-c', `${functions}\n${call}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

const text = fc.stringMatching(/^[a-z=#: ]*$/);
const value = fc.oneof(
  fc.stringMatching(/^[a-z0-9/:=]*$/),
  text.map((inside) => `'${inside}'`),
  fc.tuple(text, text).map(([one, two]) => `"${one}\n${two}"`),
  fc.tuple(text, text).map(([one, two]) => `'${one}\nNAME=${two}\n'`),
  text.map((inside) => `"${inside}\\"\nX='1'"`),
);
const entry = fc
  .tuple(fc.constantFrom('', 'export ', '  '), fc.stringMatching(/^[A-Z][A-Z0-9_]{0,4}$/), value)
  .map(([before, key, written]) => `${before}${key}=${written}`);
const comment = fc.constantFrom('', '# KEY=value', '  # "');
const file = fc
  .array(fc.oneof({ weight: 4, arbitrary: entry }, comment))
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe.each(shells)('Entries of an env file, in %s', (...shell) => {
  it('are those that Compose reads', () => {
    fc.assert(
      fc.property(file, (written) => {
        writeFileSync(join(folder, 'env'), written);
        const keys = new Set(run(shell, 'env_keys env').split('\n').filter(Boolean));
        expect([...keys]).toEqual([...parseEnvFile(written).keys()]);
      }),
      { numRuns: fuzzRuns(30) },
    );
  });

  it('are left out by their names', () => {
    fc.assert(
      fc.property(file, fc.boolean(), (written, only) => {
        const whole = parseEnvFile(written);
        const leave = [...whole.keys()].filter((_, index) => index % 2 === 0);
        writeFileSync(join(folder, 'env'), written);
        writeFileSync(join(folder, 'leave'), leave.map((key) => `${key}\n`).join(''));
        const rest = run(shell, `env_without leave env ${only ? 'entries' : ''}`);
        for (const key of leave) whole.delete(key);
        expect(parseEnvFile(rest)).toEqual(whole);
      }),
      { numRuns: fuzzRuns(30) },
    );
  });
});
