/** What another program says can be a whole page; a message needs its beginning. */
const longest = 1000;

/**
 * Another program's words, fit for a message: in one line, so that none of them begins a line of the log, and
 * cut where they go on and on.
 */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 10 * longest)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
