import { describe, expect, it } from '@jest/globals';
import { judgeRedirect, type RedirectMode } from '../../../src/health/plan/redirects.js';

describe('A redirect', () => {
  const judge = (location: string, mode: RedirectMode, hops = ['http://203.0.113.7/']) =>
    judgeRedirect(
      hops.map((hop) => new URL(hop)),
      308,
      location,
      mode,
    );

  it('B8: to the visitor’s own machine is a failure in every mode', () => {
    for (const mode of ['none', 'same-host', 'any'] as const)
      expect(judge('https://localhost/', mode)).toEqual({
        kind: 'redirect-elsewhere',
        text: "status 308, a redirect to the visitor's own machine: http://203.0.113.7/ → https://localhost/",
      });
    expect(judge('http://127.0.0.1/x', 'any', ['http://localhost:8080/'])).toBeUndefined();
  });

  it('goes where the mode lets it', () => {
    expect(judge('https://203.0.113.7/', 'same-host')).toBeUndefined();
    expect(judge('https://a.example/', 'same-host')?.kind).toBe('redirect-elsewhere');
    expect(judge('https://a.example/', 'any')).toBeUndefined();
    expect(judge('https://a.example/', 'none')).toBeUndefined();
    expect(judge('nonsense', 'any')?.kind).toBe('redirect-elsewhere');
  });

  it('does not go in circles, nor on for ever', () => {
    expect(judge('http://a/1', 'any', ['http://a/1', 'http://a/2'])?.kind).toBe('redirect-loop');
    const many = Array.from({ length: 10 }, (_, index) => `http://a/${index}`);
    expect(judge('http://a/new', 'any', many)?.kind).toBe('redirect-loop');
  });
});
