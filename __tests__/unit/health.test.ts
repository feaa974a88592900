import { describe, expect, it } from '@jest/globals';
import { bothChecks } from '../../src/health/both-checks.js';
import type { HealthCheck } from '../../src/health/health-check.js';
import type { Fault } from '../../src/health/plan/fault.js';
import {
  describeExpectation,
  parseStatuses,
  type HttpExpectation,
} from '../../src/health/plan/http-expectation.js';
import { findFault, valueAt } from '../../src/health/plan/find-fault.js';
import { curveOf, latencyOf } from '../../src/health/plan/latency.js';
import { pageAssets } from '../../src/health/plan/page-assets.js';
import { ListProblems } from '../../src/text/entry-list.js';
import { parseTargets } from '../../src/health/plan/parse-targets.js';
import { judgeRedirect, type RedirectMode } from '../../src/health/plan/redirects.js';
import { curlConfiguration, parseServerAnswer } from '../../src/health/plan/server-answer.js';
import {
  containerFault,
  internalPort,
  parseContainerLines,
  parsePortLines,
} from '../../src/health/plan/server-containers.js';
import type { Target, UrlDefaults } from '../../src/health/plan/target.js';
import type { HttpAnswer } from '../../src/net/http-probe.js';
import { expectation } from '../support/expectation.js';

const answer: HttpAnswer & { readonly kind: 'answer' } = {
  kind: 'answer',
  status: 200,
  headers: new Map([['x-revision', 'sha-1a2b3c4d5e6f']]),
  location: undefined,
  body: 'all well',
  certificate: { daysLeft: 20.5 },
  seconds: 0.1,
};

const expected = expectation({ statuses: [{ from: 200, to: 204 }], contains: ['well'] });

describe('The expectation of a URL', () => {
  it('reads statuses and ranges, and nothing else', () => {
    expect(parseStatuses('200-299, 301')).toEqual([
      { from: 200, to: 299 },
      { from: 301, to: 301 },
    ]);
    for (const text of ['', '2xx', '200-', '299-200', '600', '20'])
      expect(parseStatuses(text)).toBeUndefined();
  });

  it('is met', () => {
    expect(findFault(answer, expected)).toBeUndefined();
    const json = new Map<string, unknown>([
      ['status', 'ok'],
      ['checks[1].well', true],
    ]);
    const body = '{"status":"ok","checks":[{},{"well":true}]}';
    expect(findFault({ ...answer, body }, { ...expected, contains: [], json })).toBeUndefined();
  });

  const revision = { kind: 'header', name: 'X-Revision' } as const;
  const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

  it.each<[string, Partial<typeof answer>, Partial<HttpExpectation>, Fault | undefined]>([
    ['a status', { status: 502 }, {}, { kind: 'status', text: 'status 502' }],
    ['no right', { status: 401 }, {}, { kind: 'status', text: 'status 401', isFinal: true }],
    [
      'a redirect',
      { status: 308, location: 'https://a/' },
      {},
      { kind: 'redirect', text: 'status 308, a redirect to https://a/' },
    ],
    [
      'a body',
      { body: 'ill' },
      {},
      { kind: 'body', text: 'status 200, but the body does not contain "well"' },
    ],
    [
      'a pattern',
      {},
      { matches: /^v\d/u },
      { kind: 'body', text: 'status 200, but the body does not match /^v\\d/u' },
    ],
    ['no JSON', {}, { json: new Map([['a', 1]]) }, { kind: 'json', text: 'the body is no JSON' }],
    [
      'other JSON',
      { body: '{"a":{"b":"1"},"well":0}' },
      { json: new Map([['a.b', 1]]) },
      { kind: 'json', text: '`a.b` is "1", not 1' },
    ],
    [
      'less JSON',
      { body: '{"well":0}' },
      { json: new Map([['a', null]]) },
      { kind: 'json', text: '`a` is not there, not null' },
    ],
    [
      'a header',
      {},
      { headers: new Map([['X-Revision', 'other']]) },
      { kind: 'header', text: 'the header X-Revision is "sha-1a2b3c4d5e6f", not "other"' },
    ],
    ['the first digits', {}, { revision: { ...revision, revision: commit } }, undefined],
    [
      'an older revision',
      {},
      { revision: { ...revision, revision: `f${commit.slice(1)}` } },
      {
        kind: 'revision',
        text: `the revision that answers is "sha-1a2b3c4d5e6f", not f${commit.slice(1)}`,
      },
    ],
    [
      'a revision that is not said',
      { body: '{"well":1}' },
      { revision: { kind: 'json', name: 'commit', revision: commit } },
      {
        kind: 'revision',
        text: `the revision that answers does not say which it is, not ${commit}`,
      },
    ],
    [
      'a certificate that ends',
      {},
      { tlsMinDays: 21 },
      { kind: 'certificate-expires', text: 'the certificate is good for 20 more days, not 21' },
    ],
    [
      'a slow answer',
      { seconds: 0.6 },
      { maxLatencySeconds: 0.5 },
      { kind: 'slow', text: 'the answer took 600 ms, more than 500 ms' },
    ],
  ])('tells %s', (_, seen, wanted, fault) => {
    expect(findFault({ ...answer, ...seen }, { ...expected, ...wanted })).toEqual(fault);
  });

  it('tells why there was no answer, and whether waiting helps', () => {
    const error = { kind: 'error', message: 'no', seconds: 0 } as const;
    const fault = (kind: 'refused' | 'name-unknown' | 'certificate-name', isKnown: boolean) =>
      findFault({ ...error, fault: kind, isKnown }, expected);
    expect(fault('refused', false)).toEqual({ kind: 'refused', text: 'no' });
    expect(fault('name-unknown', true)).toMatchObject({ isFinal: true });
    expect(fault('name-unknown', false)).not.toHaveProperty('isFinal');
    expect(fault('certificate-name', false)).toMatchObject({ isFinal: true });
  });

  it('is a part of a sentence', () => {
    expect(describeExpectation({ ...expected, json: new Map([['a', 1]]) })).toBe(
      'status 200-204 and a body with "well" and `a` = 1',
    );
  });

  it('finds values only where they are', () => {
    expect(valueAt({ a: [{ 'b-c': 1 }] }, 'a[0].b-c')).toBe(1);
    for (const path of ['a.b', 'constructor', '__proto__', 'a[9]'])
      expect(valueAt({ a: [] }, path)).toBeUndefined();
  });
});

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

describe('Latency', () => {
  it('has percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => (99 - index) / 1000);
    expect(latencyOf(hundred)).toEqual({ count: 100, p50: 0.049, p95: 0.094, p99: 0.098 });
    expect(latencyOf([0.2])).toEqual({ count: 1, p50: 0.2, p95: 0.2, p99: 0.2 });
    expect(latencyOf([])).toBeUndefined();
  });

  it('is a curve with few points', () => {
    expect(curveOf([1, 1, 2, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(curveOf([], 3)).toEqual([]);
  });
});

describe('The parts of a page', () => {
  it('are those of its own host', () => {
    const html = `<!doctype html><LINK rel="preload stylesheet" href=/a.css>
      <link rel=canonical href=/page><link rel="shortcut icon" href="icon.png#x">
      <script src="//example.com/b.js"></script><script>var s = '<script src="/no.js">'</script>
      <img src="http://example.com/c.png"><img src="data:image/png;base64,AA"><img>
      <script src="https://elsewhere.example/d.js"></script><!-- <script src="/e.js"></script> -->`;
    expect(
      pageAssets(html, new URL('http://example.com/x/')).map(({ pathname }) => pathname),
    ).toEqual(['/a.css', '/x/icon.png', '/b.js', '/c.png']);
  });
});

describe('The list of targets', () => {
  const defaults: UrlDefaults = { expected, redirects: 'none', from: 'runner' };
  const parse = (text: string): readonly Target[] =>
    parseTargets(text).map((target) => target(defaults));
  const problems = (text: string): readonly string[] => {
    try {
      parseTargets(text);
    } catch (error) {
      if (error instanceof ListProblems) return error.problems;
      throw error;
    }
    return [];
  };

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

describe('What the server sees', () => {
  const request = {
    url: new URL('https://a.example/x?q=1'),
    method: 'POST',
    headers: new Map([['authorization', 'Bearer "quoted"\\']]),
    body: 'line\nline',
    timeoutSeconds: 5,
  };

  it('is asked for by a configuration of curl', () => {
    expect(curlConfiguration(request, new Map([['a.example', '203.0.113.7']]), 6)).toBe(
      [
        'url = "https://a.example/x?q=1"',
        'request = "POST"',
        'user-agent = "deploy-kit verify-health"',
        'header = "Cache-Control: no-cache"',
        String.raw`header = "authorization: Bearer \"quoted\"\\"`,
        String.raw`data-raw = "line\nline"`,
        'resolve = "a.example:443:203.0.113.7"',
        'globoff',
        'ipv6',
        '',
      ].join('\n'),
    );
  });

  const read = (output: string): HttpAnswer | undefined =>
    parseServerAnswer(output, request.url, 1);

  it('is read, headers and body apart', () => {
    expect(
      read(
        'seconds=0.25\ntool=curl\ncode=0\nhead=HTTP/1.1 100 Continue\nhead=\nhead=HTTP/2 302\nhead=Location: /y\nhead=\nend=yes\nbody\nthe\nend=yes\nbody',
      ),
    ).toEqual({
      kind: 'answer',
      status: 302,
      headers: new Map([['location', '/y']]),
      location: 'https://a.example/y',
      body: 'the\nend=yes\nbody',
      certificate: undefined,
      seconds: 0.25,
    });
    expect(read('tool=curl\ncode=0')).toBeUndefined();
  });

  it('takes a redirect that wget followed for a redirect', () => {
    expect(
      read(
        'tool=wget\ncode=0\nhead=HTTP/1.1 302 Found\nhead=Location: /y\nhead=HTTP/1.1 200 OK\nhead=X: y\nend=yes\nbody\nok',
      ),
    ).toMatchObject({ status: 302, location: 'https://a.example/y' });
  });

  it.each([
    ['tool=none', 'other', 'no curl'],
    ['tool=curl\ncode=6\nerror=curl: (6) Could not resolve host: x', 'name-unknown', 'Could not'],
    ['tool=curl\ncode=7\nerror=curl: (7) Failed to connect', 'refused', 'Failed to connect'],
    ['tool=curl\ncode=28\nerror=curl: (28) timed out', 'timed-out', 'timed out'],
    [
      "tool=curl\ncode=60\nerror=curl: (60) SSL: no alternative certificate subject name matches target host name 'x'",
      'certificate-name',
      'no alternative',
    ],
    [
      'tool=curl\ncode=35\nerror=curl: (35) error:0A00010B:SSL routines::wrong version number',
      'no-tls',
      'speaks no TLS',
    ],
    ['tool=curl\ncode=52\nerror=curl: (52) Empty reply from server', 'broken', 'Empty reply'],
    [
      'tool=curl\ncode=28\nhead=HTTP/1.1 200 OK\nerror=curl: (28) Operation timed out',
      'timed-out',
      'timed out',
    ],
    ['tool=wget\ncode=124\nhead=HTTP/1.1 200 OK', 'timed-out', 'HTTP/1.1 200'],
    ["tool=wget\ncode=1\nhead=wget: bad address 'x'", 'name-unknown', 'bad address'],
    [
      "tool=wget\ncode=1\nhead=wget: can't connect to remote host (127.0.0.1): Connection refused",
      'refused',
      'refused',
    ],
    ['tool=wget\ncode=143', 'timed-out', 'status 143'],
  ])('tells %j', (facts, fault, message) => {
    expect(read(`${facts}\nend=yes\nbody\n`)).toMatchObject({
      kind: 'error',
      fault,
      message: expect.stringContaining(message),
    });
  });
});

describe('The containers of a project', () => {
  const line = (service: string, rest: string): string =>
    `container=${service}|${service}1|${rest}`;
  const fault = (lines: readonly string[], services: readonly string[] = [], seen = new Map()) =>
    containerFault(parseContainerLines([...lines, 'end=yes'].join('\n')) ?? [], services, seen)
      ?.text;

  it('are well', () => {
    const well = [line('web', 'running|healthy|2|0'), line('once', 'exited|none|0|0')];
    expect(fault(well)).toBeUndefined();
    expect(fault(well, ['web'], new Map([['web1', 2]]))).toBeUndefined();
  });

  it.each([
    [[], [], 'the project has no container'],
    [[line('web', 'running|none|0|0')], ['db'], 'the service db has no container'],
    [[line('web', 'running|starting|0|0')], [], 'the service web says "starting"'],
    [[line('web', 'restarting|none|4|1')], [], 'the service web is restarting (status 1)'],
    [[line('web', 'exited|none|0|3')], [], 'the service web is exited (status 3)'],
    [[line('web', 'exited|none|0|0')], ['web'], 'the service web is exited (status 0)'],
  ])('%j of %j: %s', (lines, services, text) => {
    expect(fault(lines, services)).toBe(text);
  });

  it('must not restart', () => {
    expect(fault([line('web', 'running|none|3|0')], [], new Map([['web1', 2]]))).toBe(
      'the service web restarts (3 times so far)',
    );
  });

  it('B7: know which port is not published, and which are', () => {
    const ports =
      parsePortLines(
        'port=/caddy|80/tcp|80 80 \nport=caddy|443/tcp|443 \nport=api|8000/tcp|\nend=yes',
      ) ?? [];
    expect(internalPort(8000, ports)?.text).toBe(
      'api listens to 8000 inside its container alone; published on the server: 80 (caddy, its port 80), 443 (caddy, its port 443)',
    );
    expect(internalPort(80, ports)).toBeUndefined();
    expect(internalPort(9000, ports)).toBeUndefined();
    expect(parsePortLines('port=a|1/tcp|')).toBeUndefined();
  });
});

describe('Seen from both sides', () => {
  const seen = (fault: Fault | undefined): HealthCheck => ({
    name: 'http://a/',
    place: { host: 'a:80', name: 'a', port: '80', expected: 'x' },
    observe: () => Promise.resolve({ fault, seconds: 1 }),
  });
  const refused: Fault = { kind: 'refused', text: 'refused' };

  it('tells what works on the server alone', async () => {
    const look = async (outside?: Fault, inside?: Fault): Promise<Fault | undefined> =>
      (await bothChecks(seen(outside), seen(inside)).observe()).fault;
    expect(await look()).toBeUndefined();
    expect(await look(refused)).toMatchObject({ kind: 'only-inside' });
    expect(await look(undefined, refused)).toMatchObject({
      kind: 'refused',
      text: 'seen from the server: refused',
    });
  });
});
