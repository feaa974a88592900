import { describe, expect, it } from '@jest/globals';
import { envDoubts } from '../../../src/env/plan/env-doubts.js';
import { misreadByCompose1 } from '../../../src/env/plan/old-env-file.js';

const variable = 'Compose takes `$` for the start of a variable, which is not set';
const comment = 'Compose takes what stands behind ` #` for a comment';

describe('envDoubts', () => {
  it.each([
    ['A=pa$Word\n', [{ key: 'A', problem: variable }]],
    [
      'A="pa$Word"\r\nB="a ${Word} b"\n',
      [
        { key: 'A', problem: variable },
        { key: 'B', problem: variable },
      ],
    ],
    ['export A = one #two\r\n', [{ key: 'A', problem: comment }]],
    ['A="x\n$Word"\nB=1\n', [{ key: 'A', problem: variable }]],
  ])('%j is cut', (text, doubts) => {
    expect(envDoubts(text)).toEqual(doubts);
  });

  it.each([
    "A='pa$Word #two'\n",
    'A=1 # a comment\r\nB=2 ## more\n',
    'A=a#b\nB=#fff\n',
    'A=$$Word\nB="\\$Word"\n',
    'Word=1\nA=$Word\n',
    'A=${Word:-x}\nB=$5\n',
    '# A=$Word\n\n',
    "A='two\nB=$Word'\n",
  ])('%j is not', (text) => {
    expect(envDoubts(text)).toEqual([]);
  });

  it('counts variables that are set elsewhere', () => {
    expect(envDoubts('A=$Word\n', new Set(['Word']))).toEqual([]);
  });
});

describe('misreadByCompose1', () => {
  it('names what Compose 1 reads otherwise', () => {
    const text = [
      "A='a${b}c'",
      String.raw`B="it's \$5"`,
      'C: d',
      'D=1',
      'E=$D/x',
      'F=${D}/x',
      'G=pa$Word',
      "H='a$b'",
      String.raw`I="a\nb"`,
      'J="two\nlines"',
      'K=1 # c',
      String.raw`L='a\\b'`,
      '',
    ];
    expect(misreadByCompose1(text.join('\r\n'))).toEqual(['A', 'B', 'C', 'E', 'L']);
  });
});
