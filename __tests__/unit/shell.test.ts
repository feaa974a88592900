import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Plan } from '../../src/server/plan/plan.js';
import { renderProgram } from '../../src/server/plan/render-program.js';
import { shellQuote } from '../../src/text/shell-quote.js';

const shells = [['bash'], ['dash'], ['busybox', 'sh']].filter(
  ([file = '', ...args]) => spawnSync(file, [...args, '-c', 'true']).status === 0,
);

/** Each with thirty to sixty values: `npm run fuzz` tries far more than 100,000. */
const runs = Number(process.env.FUZZ_RUNS ?? 40);

describe('shellQuote', () => {
  it.each(shells)('keeps any value one word in %s %s', (shell, ...args) => {
    fc.assert(
      // One shell for many values: starting one is what takes time.
      fc.property(
        fc.array(
          fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !value.includes('\0')),
          { minLength: 30, maxLength: 60 },
        ),
        (values) => {
          const script = `printf '%s\\0' ${values.map(shellQuote).join(' ')}`;
          const { stdout } = spawnSync(shell, [...args.filter(Boolean), '-c', script], {
            encoding: 'utf8',
          });
          expect(stdout).toBe(values.map((value) => `${value}\0`).join(''));
        },
      ),
      { numRuns: runs },
    );
  });

  it('refuses what no argument can hold', () => {
    expect(() => shellQuote('a\0b')).toThrow(RangeError);
  });
});

const plan: Plan = {
  head: {
    kind: 'deploy',
    path: "/opt/it's here",
    releaseId: '20260101T000000Z-v1',
    version: 'v1',
    revision: 'abc',
    actor: '$(touch /tmp/owned)',
    runUrl: 'https://github.example/x',
    composeCommand: 'docker compose',
    sudo: false,
    managedKeys: ['COMPOSE_FILE', 'IMAGE_TAG'],
    rolled: [],
    proxies: [],
    settings: {
      lockTimeoutSeconds: 600,
      healthTimeoutSeconds: 120,
      stableSeconds: 5,
      drainSeconds: 5,
      hookTimeoutSeconds: 300,
      migrationTimeoutSeconds: 600,
      keepWarmSeconds: 600,
      keepReleases: 5,
    },
  },
  steps: [
    { title: 'Take the lock', command: ['take_lock', '600'] },
    { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
  ],
  ending: ['commit'],
};

describe('renderProgram', () => {
  it('is a program that a shell accepts, with every value quoted', () => {
    const program = renderProgram(plan);
    expect(program).toContain(String.raw`path='/opt/it'\''s here'`);
    expect(program).toContain("actor='$(touch /tmp/owned)'");
    expect(program).toMatch(
      /\nundo_with restore_snapshot\nstep 'Install the files' install_release\ncommit\n$/,
    );
    for (const [shell = '', ...args] of shells)
      expect(spawnSync(shell, [...args, '-n'], { input: program, encoding: 'utf8' })).toMatchObject(
        {
          status: 0,
          stderr: '',
        },
      );
  });
});
