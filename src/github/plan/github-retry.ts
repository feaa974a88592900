/** GitHub's refusal of a request, or its silence. */
export interface ApiFailure {
  /** 0: no answer. */
  readonly status: number;
  readonly message: string;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** Whether the request can't have reached GitHub: the name was not found, the port was closed. */
  readonly neverArrived: boolean;
}

/** What to do about a failure. `pause` is in seconds. */
export type RetryDecision =
  /** It was not carried out: send it again after the pause. */
  | { readonly kind: 'again'; readonly pause: number }
  /** It may have been carried out: look first, where carrying it out twice would matter. */
  | { readonly kind: 'unclear'; readonly pause: number }
  /** The limit of requests is used up until then. */
  | { readonly kind: 'exhausted'; readonly until: Date }
  | { readonly kind: 'final' };

/** A limit that ends within this many seconds is waited for. */
const patienceSeconds = 300;

/** The last moment that a `Date` can hold, in milliseconds: a garbled header may lead beyond it. */
const endOfTime = 8.64e15;

/**
 * How GitHub wants a failed request to be treated.
 * Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 * @param attempt how many requests there were, from 1
 */
export function judgeFailure(failed: ApiFailure, attempt: number, now: Date): RetryDecision {
  const { status, message, headers } = failed;
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  const usedUp =
    headers['x-ratelimit-remaining'] !== undefined &&
    Number(headers['x-ratelimit-remaining']) === 0;
  const limited =
    status === 429 || (status === 403 && (usedUp || retryAfter > 0 || /rate limit/i.test(message)));
  if (limited)
    return limitVerdict(
      retryAfter,
      usedUp ? headers['x-ratelimit-reset'] : undefined,
      attempt,
      now,
    );
  const pause = 2 ** attempt;
  if (failed.neverArrived) return { kind: 'again', pause };
  return status >= 500 || status === 0 ? { kind: 'unclear', pause } : { kind: 'final' };
}

function limitVerdict(
  retryAfter: number,
  reset: string | number | undefined,
  attempt: number,
  now: Date,
): RetryDecision {
  const untilReset = Number(reset) - now.getTime() / 1000;
  // Neither header: GitHub asks for a minute at least, and longer each time.
  const pause =
    retryAfter > 0 ? retryAfter : untilReset >= 0 ? untilReset + 1 : 60 * 2 ** (attempt - 1);
  return pause <= patienceSeconds
    ? { kind: 'again', pause }
    : { kind: 'exhausted', until: new Date(Math.min(now.getTime() + pause * 1000, endOfTime)) };
}
