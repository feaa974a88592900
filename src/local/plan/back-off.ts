/**
 * The pause before the next poll, in seconds: quick at first, growing by a quarter, at most 12. A wait
 * of five minutes then costs at most 36 requests, which leaves room for logging in within 40.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
export function pollPause(attempt: number, random: number): number {
  const pause = Math.min(1.25 ** (attempt - 1), 11.5);
  return pause * (0.94 + 0.12 * random);
}
