import { describe, expect, it } from '@jest/globals';
import {
  choice,
  duration,
  hostAddress,
  keyValues,
  lines,
  listOf,
  wholeNumber,
} from '../../../src/inputs/kinds.js';

describe('The kinds reject, and never repair', () => {
  it.each([
    ['90s', 90],
    ['10m', 600],
    ['500ms', 0.5],
    ['1.5h', 5400],
  ])('duration %s', (value, seconds) => {
    expect(duration.parse(value)).toBe(seconds);
  });

  it.each(['90', 's', '-5s', '5 s', '5d', '1e3s'])('duration %s is refused', (value) => {
    expect(() => duration.parse(value)).toThrow('must be a number with a unit');
  });

  it('lists leave empty lines and comments out', () => {
    expect(lines.parse('a\n\n  b \n# c\r\nd')).toEqual(['a', 'b', 'd']);
    expect(listOf('', wholeNumber(1, 9)).parse('1\n2')).toEqual([1, 2]);
    expect(() => listOf('', wholeNumber(1, 9)).parse('1\n12')).toThrow('from 1 to 9');
  });

  it('NAME=value lines keep everything behind the first =, and never show a bad line', () => {
    expect([...keyValues.parse('A=1\nB=x=y z')]).toEqual([
      ['A', '1'],
      ['B', 'x=y z'],
    ]);
    expect(() => keyValues.parse('A=1\nhunter2')).toThrow(/^entry 2 must look like NAME=value$/);
  });

  it('choices name the words', () => {
    expect(choice('a', 'b').parse('b')).toBe('b');
    expect(() => choice('a', 'b').parse('c')).toThrow('must be one of a, b, not "c"');
  });

  it.each([
    'deploy',
    'deploy@',
    '@host',
    'deploy@host:0',
    'deploy@host:70000',
    'deploy@host;rm',
    'a b@host',
    '-oProxyCommand=x@host/',
  ])('host %s is refused', (value) => {
    expect(() => hostAddress.parse(value)).toThrow();
  });

  it('an IPv6 address stands in brackets', () => {
    expect(hostAddress.parse('deploy@[2001:db8::1]:2222')).toEqual({
      user: 'deploy',
      host: '2001:db8::1',
      port: 2222,
    });
  });
});
