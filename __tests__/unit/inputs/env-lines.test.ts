import { describe, expect, it } from '@jest/globals';
import { envLines } from '../../../src/inputs/env-lines.js';

describe('envLines', () => {
  it('takes values as they stand, and those of several lines', () => {
    const text = `A=1
# a comment

B=x=y $z "q" # no comment
KEY<<END
-----BEGIN KEY-----
  a=b
# kept
-----END KEY-----
END
Q<<'
"quoted"
'
C=`;
    expect([...envLines.parse(text.replaceAll('\n', '\r\n'))]).toEqual([
      ['A', '1'],
      ['B', 'x=y $z "q" # no comment'],
      ['KEY', '-----BEGIN KEY-----\n  a=b\n# kept\n-----END KEY-----'],
      ['Q', '"quoted"'],
      ['C', ''],
    ]);
  });

  it.each([
    ['A=1\nhunter2', /^line 2 must look like NAME=value; .*`NAME<<END`/],
    ['A="hunter2"', /^line 1 has its value in quotes/],
    ["A='hunter2'", /^line 1 has its value in quotes/],
    ['A="two\nhunter2"', /^line 2 must look like/],
    ['A<<END\nhunter2', /^line 1 opens `<<`, and its end never comes$/],
  ])('refuses %j, and never shows it', (text, problem) => {
    expect(() => envLines.parse(text)).toThrow(problem);
    expect(() => envLines.parse(text)).not.toThrow(/hunter2/);
  });
});
