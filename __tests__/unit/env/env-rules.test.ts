import { describe, expect, it } from '@jest/globals';
import { checkEnvRules } from '../../../src/env/plan/check-env-rules.js';
import { parseEnvRules } from '../../../src/env/plan/env-rules.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

function problems(rules: string, env: Readonly<Record<string, string>>): string {
  try {
    checkEnvRules(parseEnvRules('.env.schema', rules), new Map(Object.entries(env)));
    return '';
  } catch (error) {
    return (error as { why: string }).why;
  }
}

describe('Env rules', () => {
  it.each([
    ['# @required\nA=', {}, 'A is required and empty'],
    ['# @required\nA=', { A: '' }, 'A is required and empty'],
    ['# @type=string(isLength=16)\nA=', { A: 'k'.repeat(17) }, 'A must be 16 bytes long'],
    ['# @type=string(isLength=2)\nA=', { A: 'é' }, ''],
    ['# @type=string(minLength=3, maxLength=4)\nA=', { A: 'ab' }, 'A must be at least 3 bytes'],
    ['# @type=string(minLength=3, maxLength=4)\nA=', { A: 'abcde' }, 'A must be at most 4 bytes'],
    ['# @type=string(startsWith=sk_)\nA=', { A: 'pk_1' }, 'A must begin with sk_'],
    ['# @type=hex\nA=', { A: 'xyz' }, 'A must be hexadecimal'],
    ['# @type=hex(isLength=4)\nA=', { A: 'ab' }, 'A must be 4 bytes long'],
    ['# @type=base64\nA=', { A: 'a b' }, 'A must be in base64'],
    ['# @type=pem\nA=', { A: 'key' }, 'A must be PEM'],
    ['# @type=url\nA=', { A: 'no url' }, 'A must be a URL'],
    ['# @type=email\nA=', { A: 'ada' }, 'A must be an email'],
    ['# @type=port\nA=', { A: '70000' }, 'A must be a port'],
    ['# @type=number(min=1, max=9)\nA=', { A: '10' }, 'A must be at most 9'],
    ['# @type=number(min=1)\nA=', { A: '0' }, 'A must be at least 1'],
    ['# @type=number\nA=', { A: 'x' }, 'A must be a number'],
    ['# @type=boolean\nA=', { A: 'maybe' }, 'A must be true or false'],
    ['# @type=enum(dev, prod)\nA=', { A: 'test' }, 'A must be one of dev, prod'],
    ['# @equals=B\nA=', { A: 'one', B: 'two' }, 'A must be equal to B'],
    ['# @differs=B\nA=', { A: 'one', B: 'one' }, 'A must differ from B'],
    ['A=', { A: 'change_me' }, 'A holds a placeholder'],
    ['A=', { A: '<your token>' }, 'A holds a placeholder'],
    [
      '# @required\nA=postgres://user:password@db/app',
      { A: 'postgres://user:password@db/app' },
      'A still holds the example',
    ],
    [
      '# The key.\n# @required @sensitive\n# @type=string(isLength=16)\nexport A="x"',
      { A: 'x' },
      'A still holds the example',
    ],
  ])('%j with %j: %s', (rules, env, expected) => {
    expect(problems(rules, env)).toContain(expected);
    if (expected === '') expect(problems(rules, env)).toBe('');
  });

  it('hold a value against that of another environment', () => {
    const rules = parseEnvRules('.env.schema', '# @unlike=.env.staging\nA=\n');
    const staging = new Map([['.env.staging', new Map([['A', 'hunter2!']])]]);
    const hold = (value: string) => () => {
      checkEnvRules(rules, new Map([['A', value]]), staging);
    };
    expect(hold('hunter2!')).toThrow(
      expect.objectContaining({ why: 'A has the same value as in .env.staging.' }),
    );
    expect(hold('another')).not.toThrow();
    expect(hold('')).not.toThrow();
  });

  it('name every problem at once, and no value', () => {
    const rules = '# @required\nA=\n\n# @type=hex\nB=\n';
    const said = problems(rules, { B: 'hunter2!' });
    expect(said).toMatch(/A is required.*B must be hex/);
    expect(said).not.toContain('hunter2!');
  });

  it.each([
    ['# @unknown\nA=', '@unknown'],
    ['# @type=wish\nA=', '@type=wish'],
    ['no pair', 'NAME=value'],
  ])('%j is refused itself', (rules, words) => {
    expect(() => parseEnvRules('.env.schema', rules)).toThrow(
      expect.objectContaining({ entry: 'env-rules-invalid', why: expect.stringContaining(words) }),
    );
  });
});

describe('Whatever comes', () => {
  it('rules for an env file is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseEnvRules('.env.schema', value));
  });
});
