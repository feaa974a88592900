/**
 * The pause before the next poll, in seconds: quick at first, growing by a third, at most 13. A wait
 * of five minutes then costs 27 to 34 requests, which leaves room for logging in within 40.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
export function pollPause(attempt: number, random: number): number {
  const pause = Math.min(1.33 ** (attempt - 1), 13);
  return pause * (0.85 + 0.3 * random);
}
