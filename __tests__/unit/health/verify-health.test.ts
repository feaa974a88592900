import { describe, expect, it } from '@jest/globals';
import { httpCheck } from '../../../src/health/http-check.js';
import type { HealthVerdict } from '../../../src/health/plan/verdict.js';
import { type Patience, verifyHealth } from '../../../src/health/verify-health.js';
import type { Clock } from '../../../src/local/clock.js';
import type { Reporter } from '../../../src/local/reporter.js';
import type { HttpAnswer, HttpProbe } from '../../../src/net/http-probe.js';
import { expectation } from '../../support/expectation.js';
import { virtualClock } from '../../support/virtual-clock.js';

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
): Promise<{ verdict: HealthVerdict; lines: Line[]; seconds: number }> {
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
