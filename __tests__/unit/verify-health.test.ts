import { describe, expect, it } from '@jest/globals';
import { definition } from '../../actions/verify-health/definition.js';
import { httpCheck } from '../../src/health/http-check.js';
import { verifyHealth, type Patience } from '../../src/health/verify-health.js';
import { DeployKitError, unchanged } from '../../src/errors/index.js';
import { parseInputs, type Inputs } from '../../src/inputs/index.js';
import { provisionalState } from '../../src/release/provisional.js';
import { describeFaults, verificationFailure } from '../../src/health/plan/verification-failure.js';
import { renderVerifySummary } from '../../src/health/plan/verify-summary.js';
import type { Verdict } from '../../src/health/plan/verdict.js';
import type { Clock } from '../../src/local/clock.js';
import type { HttpAnswer, HttpProbe } from '../../src/net/http-probe.js';
import type { Reporter } from '../../src/local/reporter.js';
import { virtualClock } from '../support/virtual-clock.js';
import { expectation } from '../support/expectation.js';

const url = new URL('https://app.example.com/health');
const expected = expectation({ statuses: [{ from: 200, to: 299 }], contains: ['well'] });
const patience: Patience = {
  successes: 3,
  intervalSeconds: 2,
  timeoutSeconds: 30,
  failFast: false,
  soakSeconds: 0,
  maxFailures: 0,
};

function answer(status: number, body = 'all is well'): HttpAnswer & { readonly kind: 'answer' } {
  return {
    kind: 'answer',
    status,
    headers: new Map(),
    location: undefined,
    body,
    certificate: undefined,
    seconds: 0.01,
  };
}

function checksOf(urls: readonly URL[], probe: HttpProbe): ReturnType<typeof httpCheck>[] {
  return urls.map((one) => {
    const request = {
      url: one,
      method: 'GET',
      headers: new Map<string, string>(),
      body: undefined,
      timeoutSeconds: 5,
    };
    return httpCheck({ request, expected, redirects: 'none' }, probe);
  });
}

/** Gives one answer after the other, the last one for ever, each after that time. */
function probeOf(clock: Clock, answers: readonly HttpAnswer[], seconds = 0.01): HttpProbe {
  let asked = 0;
  return {
    ask: async () => {
      const next = answers[Math.min(asked++, answers.length - 1)] ?? answer(200);
      await clock.sleep(seconds);
      return next;
    },
  };
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function listen(clock: Clock): { reporter: Reporter; lines: Line[] } {
  const lines: Line[] = [];
  const info = (text: string): void => {
    lines.push({ text, at: clock.now().getTime() / 1000 });
  };
  // The use case writes lines and nothing else: whatever it calls besides fails the test.
  return { reporter: { info } as Reporter, lines };
}

async function verify(
  answers: readonly HttpAnswer[],
  changes: Partial<Patience> = {},
  answerSeconds?: number,
): Promise<{ verdict: Verdict; lines: Line[]; seconds: number }> {
  const clock = virtualClock();
  const { reporter, lines } = listen(clock);
  const probe = probeOf(clock, answers, answerSeconds);
  const [verdict] = await verifyHealth(
    checksOf([url], probe),
    { ...patience, ...changes },
    clock,
    reporter,
  );
  if (verdict === undefined) throw new Error('there is no verdict');
  return { verdict, lines, seconds: clock.now().getTime() / 1000 };
}

describe('verifyHealth', () => {
  it('wants good answers in a row', async () => {
    const { verdict } = await verify([502, 200, 200, 502, 200, 200, 200].map((s) => answer(s)));
    expect(verdict).toMatchObject({ fault: undefined, attempts: 7 });
  });

  it('ends in time with the last fault', async () => {
    const { verdict, seconds } = await verify([answer(404), answer(503)]);
    expect(verdict.fault).toEqual({ kind: 'status', text: 'status 503' });
    expect(seconds).toBeGreaterThan(27);
    expect(seconds).toBeLessThanOrEqual(30);
  });

  it('does not take good answers for health when they are not enough in a row', async () => {
    const { verdict } = await verify([answer(200), answer(200), answer(500)], {
      timeoutSeconds: 3,
    });
    expect(verdict.fault).toEqual({
      kind: 'unsteady',
      text: 'only 2 of 3 good answers in a row before time was up',
    });
  });

  it('starts to count anew after a body without the text', async () => {
    const { verdict } = await verify([answer(200), answer(200, 'starting'), answer(200)]);
    expect(verdict).toMatchObject({ fault: undefined, attempts: 5 });
  });

  it.each([
    ['while nothing changes', [answer(502)], { timeoutSeconds: 120 }, 0.01],
    ['while all is well', [answer(200)], { timeoutSeconds: 120, successes: 50 }, 0.01],
    ['between rare requests', [answer(502)], { timeoutSeconds: 300, intervalSeconds: 60 }, 0.01],
    ['during slow requests', [answer(502)], { timeoutSeconds: 120 }, 50],
  ])('shows a sign of life every 15 s: %s', async (_, answers, changes, answerSeconds) => {
    const { lines, seconds } = await verify(answers, changes, answerSeconds);
    expect(seconds).toBeGreaterThan(90);
    const times = [0, ...lines.map(({ at }) => at), seconds];
    for (const [index, at] of times.entries())
      expect(at - (times[index - 1] ?? 0)).toBeLessThanOrEqual(15);
    expect(lines.length).toBeLessThan(30);
  });

  it('asks all URLs side by side, and the healthy one does not wait for the other', async () => {
    const clock = virtualClock();
    const { reporter } = listen(clock);
    const urls = ['a', 'b', 'c'].map((name) => new URL(`http://${name}/`));
    const probe: HttpProbe = {
      ask: async ({ url: asked }) => {
        await clock.sleep(1);
        return answer(asked.hostname === 'b' ? 500 : 200);
      },
    };
    const verdicts = await verifyHealth(checksOf(urls, probe), patience, clock, reporter);
    expect(verdicts.map(({ fault }) => fault?.text)).toEqual([undefined, 'status 500', undefined]);
    expect(verdicts[2]?.seconds).toBe(7);
    // The last request may still begin at 30 s.
    expect(clock.now().getTime()).toBe(31_000);
  });
});

function verdictOf(fault: Verdict['fault'], href = url.href): Verdict {
  const place = {
    host: 'app.example.com:443',
    name: 'app.example.com',
    port: '443',
    expected: 'x',
  };
  const latencies = [0.0314];
  return { name: href, place, fault, attempts: 4, seconds: 12.4, latencies, soak: undefined };
}

describe('verificationFailure', () => {
  it.each([
    ['name-unknown', 'verify-name-unknown', 'dig +short app.example.com'],
    ['refused', 'verify-refused', ':443->'],
    ['timed-out', 'verify-timed-out', 'firewall'],
    ['tls', 'verify-tls-failed', 'openssl s_client -connect app.example.com:443'],
    ['no-tls', 'verify-no-tls', '443'],
    ['broken', 'verify-connection-broken', 'http or https'],
    ['redirect', 'verify-redirected', 'expect-status'],
    ['status', 'verify-wrong-status', 'curl -i https://app.example.com/health'],
    ['body', 'verify-body-differs', 'expect-body'],
    ['certificate-name', 'verify-certificate-name', 'server_name app.example.com'],
    ['certificate-expires', 'verify-certificate-expires', 'certbot renew'],
    ['redirect-elsewhere', 'verify-redirected-elsewhere', 'redirects: any'],
    ['redirect-loop', 'verify-redirect-loop', 'X-Forwarded-Proto'],
    ['json', 'verify-json-differs', 'items[0].id'],
    ['header', 'verify-header-differs', 'curl -sI'],
    ['revision', 'verify-wrong-revision', 'docker compose ps'],
    ['slow', 'verify-too-slow', 'from: host'],
    ['localhost', 'verify-localhost', 'from: host'],
    ['port-internal', 'verify-port-internal', 'ports: ["443:443"]'],
    ['only-inside', 'verify-only-inside', 'firewall'],
    ['asset', 'verify-asset-missing', 'curl -I'],
    ['websocket', 'verify-websocket-refused', 'proxy_http_version 1.1'],
    ['command', 'verify-command-failed', 'sh -eu'],
    ['container', 'verify-container-failed', 'docker compose ps -a'],
    ['soak', 'verify-not-steady', 'max-failures'],
    ['unsteady', 'verify-failed', 'docker compose logs'],
    ['other', 'verify-failed', 'docker compose logs'],
  ] as const)('%s is %s', (kind, entry, fix) => {
    const error = verificationFailure([verdictOf({ kind, text: 'it said' })], unchanged);
    expect(error).toMatchObject({
      entry,
      why: expect.stringContaining('it said'),
      fix: expect.stringContaining(fix),
    });
    expect(`${error?.title} ${error?.why} ${error?.fix}`).not.toMatch(/<(?!\/dev)/);
  });

  it('names every URL that failed, and none that passed', () => {
    const verdicts = [
      verdictOf(undefined, 'http://good/'),
      verdictOf({ kind: 'status', text: 'status 500' }, 'http://one/'),
      verdictOf({ kind: 'refused', text: 'refused' }, 'http://two/'),
    ];
    const error = verificationFailure(verdicts, unchanged);
    expect(error?.title).toContain('http://one/');
    expect(error?.details).toEqual(['http://two/: refused']);
    expect(describeFaults(verdicts)).toBe('http://one/: status 500; http://two/: refused');
  });

  it('is nothing when all passed', () => {
    expect(verificationFailure([verdictOf(undefined)], unchanged)).toBeUndefined();
    expect(describeFaults([verdictOf(undefined)])).toBeUndefined();
  });

  it('says of a provisional release that it is still live, and of none that nothing changed', () => {
    const failed = [verdictOf({ kind: 'status', text: 'status 500' })];
    expect(verificationFailure(failed, provisionalState('r7'))?.hostState).toEqual({
      state: 'provisional',
      release: 'r7',
    });
    expect(verificationFailure(failed, provisionalState(''))?.hostState).toEqual(unchanged);
  });
});

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
