import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEnvFile } from '../../../src/compose/env-file.js';
import { quoteEnvValue } from '../../../src/text/quote-env-value.js';
import { anyCharacters } from '../../support/any-characters.js';
import { growthOfWork, proportional } from '../../support/growth-of-work.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('parseEnvFile', () => {
  it('reads quotes, comments, export and variables as Compose does', () => {
    const text = `# comment\nA=1 # one\nexport B="two\\nlines $A"\nC='literal $A # x'\nD=\nE=a#b\nF="over\ntwo"\n`;
    expect([...parseEnvFile(text)]).toEqual([
      ['A', '1'],
      ['B', 'two\nlines 1'],
      ['C', 'literal $A # x'],
      ['D', ''],
      ['E', 'a#b'],
      ['F', 'over\ntwo'],
    ]);
  });

  it('reads every quoted value back as it was', () => {
    fc.assert(
      fc.property(
        anyCharacters(40).filter((value) => !/[\0\r]/.test(value)),
        (value) => {
          expect(parseEnvFile(`KEY=${quoteEnvValue(value)}\nNEXT=1\n`)).toEqual(
            new Map([
              ['KEY', value],
              ['NEXT', '1'],
            ]),
          );
        },
      ),
    );
  });
});

describe('The work of reading an env file', () => {
  it('grows with the number of its lines alone', async () => {
    const growth = await growthOfWork(
      async (count) => {
        const lines = Array.from({ length: count }, (_, index) => `KEY_${index}="$KEY_0 value"\n`);
        expect(parseEnvFile(lines.join('')).size).toBe(count);
        return Promise.resolve();
      },
      2500,
      proportional,
    );
    expect(growth).toBeLessThanOrEqual(proportional);
  });
});

describe('Whatever comes', () => {
  it('an env file is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseEnvFile(value));
  });
});
