/** One command of a script. */
export interface ShellCommand {
  /** Without what stands before its name: `sudo`, `then`, assignments. */
  readonly text: string;
  /** Where it begins in the script. */
  readonly offset: number;
  /** Whether it only runs under a condition: in an `if`, a loop, a function, or after `&&` or `||`. */
  readonly conditional: boolean;
}

/** Nobody writes a longer one into a workflow; of a longer one the beginning is looked at. */
const longestScript = 10_000;

/** Words that stand before a command's name. */
const before =
  /^(?:(?:if|then|do|else|elif|while|until|sudo|exec|time|env|command|!|\{|\()\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/;

/**
 * Takes a script apart, as far as what it starts is concerned. It reads Bash as people write it in `run:`; what it
 * does not understand it takes for a command of an unknown kind.
 */
export function commandsIn(script: string): readonly ShellCommand[] {
  let depth = 0;
  const joined = script
    .slice(0, longestScript)
    .replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
  return pieces(withoutComments(joined)).flatMap(({ text, offset, after }) => {
    const lead = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed === '') return [];
    if (/^(?:fi|done|esac|\})(?:\s|$)/.test(trimmed)) depth = Math.max(0, depth - 1);
    const conditional = depth > 0 || after === '&&' || after === '||';
    if (/^(?:if|for|while|until|case|select|function)\s|^[\w-]+\s*\(\)\s*\{?$|^\{$/.test(trimmed))
      depth += 1;
    const own = trimmed.replace(before, '');
    return [{ text: own, offset: offset + lead + trimmed.length - own.length, conditional }];
  });
}

/** The words of a command, without their quotes. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|[^\s"'])+/gs)].map(
    ([word]) => word.replace(/^(["'])(.*)\1$/s, '$2').replace(/\\(["\\$`])/g, '$1'),
  );
}

/** The value of an option in its forms `--ref main`, `--ref=main`, `-R x`. */
export function optionOf(
  words: readonly string[],
  ...names: readonly string[]
): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1];
    const name = names.find((candidate) => word.startsWith(`${candidate}=`));
    if (name !== undefined) return word.slice(name.length + 1).replace(/^(["'])(.*)\1$/s, '$2');
  }
  return undefined;
}

/** The script with comments, and with what is only printed, blanked out. */
export function effective(script: string): string {
  return withoutComments(script.slice(0, longestScript))
    .split('\n')
    .map((line) => (/^\s*(?:echo|printf)\s(?!.*(?:\||&&|;))/.test(line) ? '' : line))
    .join('\n');
}

function withoutComments(script: string): string {
  return script.replace(/(^|\s)#(?!\{)[^\n]*/g, (comment, space: string) =>
    space.padEnd(comment.length, ' '),
  );
}

interface Piece {
  readonly text: string;
  readonly offset: number;
  /** What separates it from the piece before. */
  readonly after: string;
}

// A piece ends at a line's end, `;`, `&&`, `||`, `|`, outside of quotes and of `${{ }}`.
function pieces(script: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  let after = '';
  const parts = script.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|\\.|&&|\|\||[\n;|]/gs);
  for (const { 0: part, index } of parts) {
    if (!/^(?:&&|\|\||[\n;|])$/.test(part)) continue;
    found.push({ text: script.slice(from, index), offset: from, after });
    from = index + part.length;
    after = part;
  }
  return [...found, { text: script.slice(from), offset: from, after }];
}
