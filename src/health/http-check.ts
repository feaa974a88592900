import type { Fault } from './plan/fault.js';
import { describeExpectation, type HttpExpectation } from './plan/http-expectation.js';
import { findFault } from './plan/find-fault.js';
import { judgeRedirect, type RedirectMode } from './plan/redirects.js';
import type { CheckPlace } from './plan/verdict.js';
import type { HttpAnswer, HttpProbe, HttpRequest } from '../net/http-probe.js';
import type { HealthCheck } from './health-check.js';

export interface HttpTarget {
  readonly request: HttpRequest;
  readonly expected: HttpExpectation;
  readonly redirects: RedirectMode;
}

/** A URL that must answer as expected, seen from where the probe is. */
export function httpCheck(
  { request, expected, redirects }: HttpTarget,
  probe: HttpProbe,
): HealthCheck {
  return {
    name: request.url.href,
    place: checkPlace(request.url, describeExpectation(expected)),
    async observe() {
      const { answer, fault } = await followRedirects(request, redirects, probe);
      return { fault: fault ?? findFault(answer, expected), seconds: answer.seconds };
    },
  };
}

/** Asks, and asks where a redirect leads; the seconds are those of all answers together. */
export async function followRedirects(
  request: HttpRequest,
  mode: RedirectMode,
  probe: HttpProbe,
): Promise<{
  readonly answer: HttpAnswer;
  readonly fault: Fault | undefined;
  /** The request that was answered, after all redirects. */
  readonly last: HttpRequest;
}> {
  const hops = [request.url];
  let seconds = 0;
  let next = request;
  for (;;) {
    const answer = await probe.ask(next);
    seconds += answer.seconds;
    const whole = { ...answer, seconds };
    if (answer.kind === 'error' || answer.location === undefined)
      return { answer: whole, fault: undefined, last: next };
    const fault = judgeRedirect(hops, answer.status, answer.location, mode);
    if (fault !== undefined || mode === 'none') return { answer: whole, fault, last: next };
    const url = new URL(answer.location);
    hops.push(url);
    // What was meant for one host is not told to another, nor in the clear; what is asked again is asked with GET.
    const isSame = url.host === request.url.host && url.protocol === request.url.protocol;
    const headers = isSame ? next.headers : new Map<string, string>();
    next = { ...next, url, headers, method: 'GET', body: undefined };
  }
}

export function checkPlace(url: URL, expected: string): CheckPlace {
  const port = url.port || (/^(https|wss):$/.test(url.protocol) ? '443' : '80');
  return { host: `${url.hostname}:${port}`, name: url.hostname, port, expected };
}
