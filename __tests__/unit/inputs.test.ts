import { describe, expect, it } from '@jest/globals';
import { DeployKitError } from '../../src/errors/index.js';
import { defineAction } from '../../src/inputs/index.js';
import { imageReference } from '../../src/inputs/image-kind.js';
import {
  choice,
  duration,
  hostAddress,
  keyValues,
  lines,
  listOf,
  text,
  wholeNumber,
} from '../../src/inputs/kinds.js';
import { parseInputs } from '../../src/inputs/parse-inputs.js';
import { timeToBeStable } from '../../src/deploy/deploy-rules.js';

const definition = defineAction({
  name: 'example',
  title: 'Example',
  description: 'For this test.',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    host: { kind: hostAddress, required: true, description: '' },
    deployKey: { kind: text, required: true, secret: true, description: '' },
    timeout: { kind: duration, default: '90s', description: '' },
    image: { kind: imageReference, description: '' },
    token: { kind: text, default: '${{ github.token }}', description: '' },
  },
  outputs: {},
  rules: [({ timeout }) => (timeout > 3600 ? '`timeout` is longer than an hour' : undefined)],
  post: false,
});

function parse(values: Readonly<Record<string, string>>): { result: unknown; masked: string[] } {
  const masked: string[] = [];
  try {
    const source = {
      read: (name: string) => values[name] ?? '',
      names: () => Object.keys(values),
      mask: (secret: string) => masked.push(secret),
    };
    return { result: parseInputs(definition, source), masked };
  } catch (error) {
    return { result: error, masked };
  }
}

describe('parseInputs', () => {
  it('gives typed values, with defaults', () => {
    const { result } = parse({
      host: 'deploy@203.0.113.7:2222',
      'deploy-key': 'k',
      image: 'nginx:1.25',
    });
    expect(result).toEqual({
      host: { user: 'deploy', host: '203.0.113.7', port: 2222 },
      deployKey: 'k',
      timeout: 90,
      image: { registry: 'docker.io', repository: 'library/nginx', tag: '1.25', digest: undefined },
      token: '',
    });
  });

  it('reports every problem of every input at once, after masking the secrets', () => {
    const { result, masked } = parse({
      host: 'nowhere',
      'deploy-key': 'the-secret',
      timeout: 'soon',
      image: 'UPPER',
    });
    expect(result).toBeInstanceOf(DeployKitError);
    const { entry, why } = result as DeployKitError;
    expect(entry).toBe('input-invalid');
    expect(why).toMatch(
      /`host` must look like .*; `timeout` must be a number .*; `image` must be an image reference/,
    );
    expect(masked).toEqual(['the-secret']);
  });

  it('says which required input is empty', () => {
    expect((parse({ host: 'a@b' }).result as DeployKitError).why).toBe(
      '`deploy-key` is required and empty',
    );
  });

  it('names what a misspelt input was meant to be, and leaves others to the runner', () => {
    const given = { host: 'a@b', 'deploy-kay': 'k', timout: '1s', 'of-another-tool': 'x' };
    const { why } = parse(given).result as DeployKitError;
    expect(why).toContain('`deploy-kay` is no input of this action; did you mean `deploy-key`?');
    expect(why).toContain('did you mean `timeout`?');
    expect(why).not.toContain('of-another-tool');
    expect(parse({ host: 'a@b', 'deploy-key': 'k', 'deploy-keys': 'x' }).result).toMatchObject({
      deployKey: 'k',
    });
  });

  it('takes what looks like an expression as it stands, except in a default', () => {
    const { why } = parse({ host: 'a@b', 'deploy-key': 'k', timeout: '${{' })
      .result as DeployKitError;
    expect(why).toContain('`timeout` must be a number');
    const given = { host: 'a@b', 'deploy-key': 'k', token: 'echo ${{x' };
    expect(parse(given).result).toMatchObject({ token: 'echo ${{x' });
  });

  it('checks rules between inputs', () => {
    expect(
      (parse({ host: 'a@b', 'deploy-key': 'k', timeout: '2h' }).result as DeployKitError).why,
    ).toBe('`timeout` is longer than an hour');
  });
});

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

describe('Rules between inputs', () => {
  it('what must stay up for longer than all may take is refused', () => {
    expect(timeToBeStable({ healthTimeout: 6, stableFor: 5 })).toBeUndefined();
    expect(timeToBeStable({ healthTimeout: 5, stableFor: 5 })).toMatch(
      /^`stable-for` must be less than `health-timeout`/,
    );
  });
});
