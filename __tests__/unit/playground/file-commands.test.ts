import { describe, expect, it } from '@jest/globals';
import { parseFileCommand } from '../../../playground/runner/file-commands.js';

describe('The playground’s runner', () => {
  it('reads file commands as the runner does', () => {
    expect([...parseFileCommand('a=1\nb<<EOF\nx\ny\nEOF\nc=d=e\n', 'GITHUB_OUTPUT')]).toEqual([
      ['a', '1'],
      ['b', 'x\ny'],
      ['c', 'd=e'],
    ]);
    expect(() => parseFileCommand('nonsense\n', 'GITHUB_OUTPUT')).toThrow(
      "Invalid format 'nonsense'",
    );
    expect(() => parseFileCommand('a<<EOF\nx\n', 'GITHUB_OUTPUT')).toThrow(
      'Matching delimiter not found',
    );
  });
});
