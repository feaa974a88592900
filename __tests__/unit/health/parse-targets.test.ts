import { describe, expect, it } from '@jest/globals';
import { parseTargets } from '../../../src/health/plan/parse-targets.js';
import type { Target, UrlDefaults } from '../../../src/health/plan/target.js';
import { expectation } from '../../support/expectation.js';
import { hardText } from '../../support/hard-text.js';
import { problemsOf } from '../../support/problems-of.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const expected = expectation({ statuses: [{ from: 200, to: 204 }], contains: ['well'] });

describe('The list of targets', () => {
  const defaults: UrlDefaults = { expected, redirects: 'none', from: 'runner' };
  const parse = (text: string): readonly Target[] =>
    parseTargets(text).map((target) => target(defaults));
  const problems = (text: string): readonly string[] => problemsOf(() => parseTargets(text));

  it('has every kind', () => {
    const [url, page, webSocket, tcp, command, containers, all] = parse(`
- url: https://api.example.com/orders
  method: POST
  status: 202
  body: [one, two]
  matches: 'v\\d+'
  json: { a.b: [1, x] }
  header: { content-type: json, x-count: 3 }
  max-latency: 500ms
  request-headers: { authorization: Bearer x }
  request-body: '{}'
  redirects: any
  from: both
- page: https://example.com/
- websocket: wss://example.com/cable
- tcp: '[::1]:5432'
- command: ./smoke.sh
- containers: [web, worker]
- containers: all
`);
    expect(url).toMatchObject({
      kind: 'url',
      method: 'POST',
      headers: new Map([['authorization', 'Bearer x']]),
      body: '{}',
      redirects: 'any',
      from: 'both',
      expected: {
        statuses: [{ from: 202, to: 202 }],
        contains: ['one', 'two'],
        matches: /v\d+/u,
        json: new Map([['a.b', [1, 'x']]]),
        headers: new Map([
          ['content-type', 'json'],
          ['x-count', '3'],
        ]),
        maxLatencySeconds: 0.5,
      },
    });
    expect(url?.kind === 'url' && url.expected.matches?.source).toBe(String.raw`v\d+`);
    expect(page).toMatchObject({ kind: 'page', ...defaults });
    expect(webSocket).toMatchObject({ kind: 'websocket' });
    expect(tcp).toEqual({ kind: 'tcp', host: '::1', port: 5432 });
    expect(command).toEqual({ kind: 'command', command: './smoke.sh' });
    expect(containers).toEqual({ kind: 'containers', services: ['web', 'worker'] });
    expect(all).toEqual({ kind: 'containers', services: [] });
  });

  it.each([
    ['', 'must be a list, each entry such as `- url: https://…`'],
    ['a: [', 'must be YAML: '],
    ['- x', 'entry 1 must be a mapping such as `url: https://…`'],
    ['- {}', 'entry 1 must have one of url, page, websocket, tcp, command, containers'],
    ['- url: ftp://x', 'entry 1 has `url`, which must begin with http:// or https://'],
    ['- url: http://me:pw@x', 'entry 1 has `url`, which must not carry a user and password'],
    [
      '- {url: http://x, stauts: 200}',
      "entry 1 has `stauts`, which it can't have; did you mean `status`?",
    ],
    ['- {url: http://x, status: 2xx}', 'entry 1 has `status`, which must be statuses such as'],
    [
      '- {url: http://x, matches: "("}',
      'entry 1 has `matches`, which must be a regular expression',
    ],
    [
      '- {url: http://x, max-latency: 5}',
      'entry 1 has `max-latency`, which must be a number with a unit',
    ],
    ['- {url: http://x, from: moon}', 'entry 1 has `from`, which must be one of'],
    ['- tcp: example.com', 'entry 1 has `tcp`, which must be HOST:PORT'],
  ])('refuses %j', (text, problem) => {
    expect(problems(text).join()).toContain(problem);
  });

  it('names every problem at once', () => {
    expect(problems('- {url: x, status: 9}\n- {}')).toHaveLength(3);
  });
});

describe('Whatever comes', () => {
  it('targets is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseTargets(value));
  });
});
