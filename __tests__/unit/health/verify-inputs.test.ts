import { describe, expect, it } from '@jest/globals';
import { definition } from '../../../actions/verify-health/definition.js';
import { DeployKitError } from '../../../src/errors/index.js';
import { type Inputs, parseInputs } from '../../../src/inputs/index.js';

function parse(given: Readonly<Record<string, string>>): Inputs<(typeof definition)['inputs']> {
  return parseInputs(definition, {
    read: (name) => given[name] ?? '',
    names: () => Object.keys(given),
    mask: () => undefined,
  });
}

function problemOf(given: Readonly<Record<string, string>>): string {
  try {
    parse(given);
  } catch (error) {
    if (error instanceof DeployKitError) return error.why;
    throw error;
  }
  return '';
}

describe('the inputs of verify-health', () => {
  it('are URLs one a line, with statuses and ranges', () => {
    const inputs = parse({
      urls: 'https://a.example/\n# a comment\nhttp://b.example:8080/x',
      'expect-status': '200-299, 301',
    });
    expect(inputs.urls?.map(({ href }) => href)).toEqual([
      'https://a.example/',
      'http://b.example:8080/x',
    ]);
    expect(inputs.expectStatus).toEqual([
      { from: 200, to: 299 },
      { from: 301, to: 301 },
    ]);
    expect(inputs).toMatchObject({ successes: 3, interval: 1, timeout: 120, requestTimeout: 10 });
  });

  it('are refused all at once', () => {
    const problem = problemOf({ urls: 'ftp://a', 'expect-status': '2xx', successes: '0' });
    expect(problem).toContain('`urls` must be a URL with http or https');
    expect(problem).toContain('`expect-status` must be statuses');
    expect(problem).toContain('`successes`');
  });

  it('name at least one URL: nothing verified is not healthy', () => {
    expect(problemOf({ urls: '# none' })).toContain(
      '`urls` or `targets` must name at least one thing to verify',
    );
  });

  it('never show a password', () => {
    const problem = problemOf({ urls: 'https://me:hunter2@a.example/' });
    expect(problem).toContain('must not carry a user and password (a.example)');
    expect(problem).not.toContain('hunter2');
  });

  it('leave the time for as many answers as they ask for', () => {
    expect(problemOf({ urls: 'http://a/', successes: '20', interval: '10s' })).toContain(
      '20 answers every 10 s take 190 s, longer than the 120 s to verify',
    );
  });
});
