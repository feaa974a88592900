import { failure } from '../../errors/index.js';
import { explainFetch } from './explain-fetch.js';

export interface CloudAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A question to a cloud's API takes a second or two. */
const timeoutMilliseconds = 10_000;

/**
 * Sends a request to a cloud's API. Redirects are not followed: they would carry credentials along.
 * @param cloud its name, for messages
 * @throws {DeployKitError} `cloud-unreachable` without an answer, or with one that promises a better one later
 */
export async function cloudFetch(
  cloud: string,
  request: string | URL | Request,
  init: RequestInit = {},
): Promise<CloudAnswer> {
  const { origin, pathname } = new URL(request instanceof Request ? request.url : request);
  const url = `${origin}${pathname}`;
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  const given = init.signal;
  const signal = given ? AbortSignal.any([given, timeout]) : timeout;
  let answer: CloudAnswer;
  try {
    const response = await fetch(request, { redirect: 'manual', ...init, signal });
    const { status, headers } = response;
    answer = { status, headers, text: await response.text() };
  } catch (cause) {
    given?.throwIfAborted();
    throw failure('cloud-unreachable', { cloud, url, message: explainFetch(cause) }, { cause });
  }
  const { status } = answer;
  if (status >= 500 || status === 429)
    throw failure('cloud-unreachable', { cloud, url, message: `It answered ${status} to ${url}.` });
  return answer;
}
