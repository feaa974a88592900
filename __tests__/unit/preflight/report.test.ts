import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../src/errors/index.js';
import { failed, failedBy, passed, skipped, warned } from '../../../src/local/plan/finding.js';
import { failures, renderPreflight, worstVerdict } from '../../../src/preflight/plan/report.js';

describe('The report', () => {
  const rows = [
    passed('a', 'well'),
    warned('b', 'x | y', 'run `a | b` *now*'),
    failed('c', '<script>', 'mend'),
    skipped('d', 'why'),
    failedBy('e', failure('ssh-key-missing', {})),
  ];

  it('is one table, the worst first, and nothing in it is markup of others', () => {
    const lines = renderPreflight(rows, 'flowchart LR').split('\n');
    expect(lines[2]).toBe('2 fail, 1 warn, 1 pass, 1 skipped.');
    expect(lines.slice(6, 11)).toEqual([
      '| :x: | c | \\<script\\> | mend |',
      expect.stringMatching(/^\| :x: \| e \| There is no SSH key to log in with\. /),
      '| :warning: | b | x \\| y | run `a \\| b` \\*now\\* |',
      '| :heavy_minus_sign: | d | why |  |',
      '| :white_check_mark: | a | well |  |',
    ]);
    expect(lines).toContain('flowchart LR');
  });

  it('keeps an edit as it is to be written', () => {
    const cell = (fix: string): string | undefined =>
      renderPreflight([warned('a', 'b', fix)], undefined)
        .split('\n')[6]
        ?.split(' | ')[3];
    expect(cell('In `x`:\non:\n  push: [a]')).toBe('In `x`:<pre>on:<br>  push: \\[a\\]</pre> |');
    expect(cell('line 7: `b`\nline 8: c')).toBe('line 7: `b`<br>line 8: c |');
    expect(cell('Mend it:')).toBe('Mend it: |');
  });

  it('fails by the level that was asked for', () => {
    expect(worstVerdict(rows)).toBe('fail');
    expect(failures(rows, 'fail').map(({ check }) => check)).toEqual(['c', 'e']);
    expect(failures(rows, 'warn')).toHaveLength(3);
    expect(failures(rows, 'never')).toEqual([]);
  });
});
