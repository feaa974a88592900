import { expressionsIn } from './expression-text.js';

/** Expands more alternatives than that for nobody. */
const maxAlternatives = 16;

/**
 * Whether two names may come to be one: expressions may become any text, and `${{ a || b }}` any of its sides. What
 * is no expression must fit.
 */
export function mayBeOneGroup(a: string, b: string): boolean {
  return alternatives(a).some((left) => alternatives(b).some((right) => mayBeEqual(left, right)));
}

function alternatives(text: string): readonly string[] {
  let found: readonly string[] = [text];
  for (let level = 0; level < maxAlternatives; level++) {
    const next = found.flatMap(splitFirst).slice(0, maxAlternatives);
    if (next.length === found.length) return found;
    found = next;
  }
  return found;
}

function splitFirst(text: string): readonly string[] {
  const first = expressionsIn(text).find(({ text: expression }) => sides(expression).length > 1);
  return first === undefined
    ? [text]
    : sides(first.text).map(
        (side) => `${text.slice(0, first.offset)}\${{ ${side} }}${text.slice(first.end)}`,
      );
}

function sides(expression: string): readonly string[] {
  return /[()]/.test(expression) ? [expression] : expression.split('||').map((side) => side.trim());
}

function mayBeEqual(a: string, b: string): boolean {
  if (a === b) return true;
  const left = ends(a);
  const right = ends(b);
  if (!left.open && !right.open) return false;
  const heads = left.head.startsWith(right.head) || right.head.startsWith(left.head);
  const tails = left.tail.endsWith(right.tail) || right.tail.endsWith(left.tail);
  return heads && tails;
}

// What stands before the first expression and after the last one; a ref begins with `refs/`.
function ends(text: string): {
  readonly head: string;
  readonly tail: string;
  readonly open: boolean;
} {
  const plain = text.replace(
    /\$\{\{ (?:'([^']*)'|github\.event_name == '[^']*' && '([^']*)') \}\}/g,
    '$1$2',
  );
  const found = expressionsIn(plain);
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return { head: plain, tail: plain, open: false };
  const prefix = first.text === 'github.ref' ? 'refs/' : '';
  return { head: plain.slice(0, first.offset) + prefix, tail: plain.slice(last.end), open: true };
}
