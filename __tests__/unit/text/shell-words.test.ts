import { describe, expect, it } from '@jest/globals';
import { shellWords } from '../../../src/text/shell-words.js';

describe('shellWords', () => {
  it.each([
    ['', []],
    ["nginx -g 'daemon off;'", ['nginx', '-g', 'daemon off;']],
    [
      String.raw`  sh -c "echo \"a b\" \n"  c\ d '' e"f"'g'`,
      ['sh', '-c', String.raw`echo "a b" \n`, 'c d', '', 'efg'],
    ],
    ['an "open quote', undefined],
    ['an end \\', undefined],
  ])('of %j are %j', (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });
});
