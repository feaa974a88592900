import { describe, expect, it } from '@jest/globals';
import { passed } from '../../../src/local/plan/finding.js';
import { platformFindings, readReach } from '../../../src/preflight/plan/image-findings.js';

describe('Images', () => {
  it('must be for the machine of the server', () => {
    const verdict = (platform: string, ...platforms: string[]): string | undefined =>
      platformFindings([{ reference: 'a', platforms }], platform)[0]?.verdict;
    expect(verdict('linux/aarch64', 'linux/arm64')).toBe('pass');
    expect(verdict('linux/arm64', 'linux/arm/v7')).toBe('pass');
    expect(verdict('linux/arm', 'linux/arm/v6')).toBe('pass');
    expect(verdict('linux/amd64', 'linux/386', 'unknown')).toBe('pass');
    expect(verdict('linux/arm/v6', 'linux/arm/v7')).toBe('fail');
    expect(verdict('linux/amd64', 'linux/arm64')).toBe('fail');
    expect(verdict('linux/amd64', 'unknown')).toBe('skipped');
    expect(platformFindings([], 'linux/amd64')[0]?.verdict).toBe('skipped');
  });

  it('must reach the server; what is no answer of the registry is only a warning', () => {
    expect(readReach('answered=a\nthere=b\nend=yes\n', false)).toEqual({
      there: new Set(['b']),
      findings: [passed('server: registry', 'it answers for a; on the server already: b')],
    });
    const verdict = (message: string): string | undefined =>
      readReach(`refused=a|${message}\nend=yes\n`, false)?.findings[0]?.verdict;
    expect(verdict('denied: requested access')).toBe('fail');
    expect(verdict('manifest unknown')).toBe('fail');
    expect(verdict('no basic auth credentials')).toBe('fail');
    expect(verdict('dial tcp: i/o timeout')).toBe('warn');
    const untried = readReach('refused=a|denied\nrefused=b|not found\nend=yes\n', true);
    expect(untried?.findings.map((finding) => finding.verdict)).toEqual(['skipped', 'fail']);
    expect(verdict('docker manifest is only supported with experimental')).toBe('skipped');
    expect(readReach('answered=a\n', true)).toBeUndefined();
  });
});
