import { describe, expect, it } from '@jest/globals';
import { renderVerifySummary } from '../../../src/health/plan/verify-summary.js';
import { verdictOf } from '../../support/verdict-of.js';

describe('renderVerifySummary', () => {
  it('has a row for each URL; what a server says is text', () => {
    const table = renderVerifySummary([
      verdictOf(undefined),
      verdictOf({ kind: 'redirect', text: 'to <b>|`x`\n[y](z)' }, 'http://a/?x=1|2'),
    ]);
    expect(table).toContain(
      '| https://app.example.com/health | :white_check_mark: | 4 | 31 ms | 31 ms | 31 ms |\n',
    );
    expect(table).toContain(
      '| http://a/?x=1\\|2 | :x: to \\<b\\>\\|\\`x\\` \\[y\\](z) | 4 | 31 ms | 31 ms | 31 ms |\n',
    );
  });
});
