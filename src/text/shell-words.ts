/**
 * The words of a command line, with quotes and backslashes as a POSIX shell takes them, and nothing expanded:
 * as Compose splits a `command` that is a text.
 * @returns `undefined` when a quote is not closed
 */
export function shellWords(text: string): readonly string[] | undefined {
  const part = /'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\]+/y;
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < text.length) {
    const space = /^\s+/.exec(text.slice(at))?.[0].length ?? 0;
    if (space > 0) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += space;
      continue;
    }
    part.lastIndex = at;
    const found = part.exec(text)?.[0];
    if (found === undefined) return undefined;
    word = (word ?? '') + unquoted(found);
    at += found.length;
  }
  return word === undefined ? words : [...words, word];
}

function unquoted(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  if (part.startsWith('"')) return part.slice(1, -1).replace(/\\(["\\$`])/g, '$1');
  return part.replace(/^\\/, '');
}
