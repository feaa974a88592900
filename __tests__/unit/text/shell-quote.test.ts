import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shellQuote } from '../../../src/text/shell-quote.js';
import { anyCharacters } from '../../support/any-characters.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { shells } from '../../support/shells.js';

/** Each with thirty to sixty values: `npm run fuzz` tries far more than 100,000. */
const runs = fuzzRuns(20);

describe('shellQuote', () => {
  it.each(shells)('keeps any value one word in %s %s', (shell, ...args) => {
    fc.assert(
      // One shell for many values: starting one is what takes time.
      fc.property(
        fc.array(
          anyCharacters(30).filter((value) => !value.includes('\0')),
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
