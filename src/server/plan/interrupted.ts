/**
 * That a deploy was interrupted, and what becomes of it, for those who only look.
 * @param release its id, which begins with the time at which it began
 */
export function interruptedWords(release: string): string {
  const [, date = '', hour = '', minute = ''] =
    /^(\d{4}\d\d\d\d)T(\d\d)(\d\d)\d\dZ-/.exec(release) ?? [];
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const since = day === '' ? '' : ` (begun on ${day} at ${hour}:${minute} UTC)`;
  return `the deploy of ${release}${since} was interrupted`;
}

/** What settles it. */
export const whatSettles =
  'The next deploy, rollback, or verification with `host` and `path` settles it first, and restores what ran before.';
