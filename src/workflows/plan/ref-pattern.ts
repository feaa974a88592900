/**
 * Whether a name passes a list of filter patterns: `*` stops at a slash, `**` does not, `?` and `+` follow the
 * character before them, `[a-z]` is a set, and `!` takes back what patterns before it let in.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function passes(patterns: readonly string[], name: string): boolean {
  let passed = false;
  for (const pattern of patterns)
    if (pattern.startsWith('!')) passed = passed && !matches(pattern.slice(1), name);
    else passed = passed || matches(pattern, name);
  return passed;
}

/** Git's own limit for a part of a name; longer patterns and names are nobody's. */
const longest = 255;

/** Whether the name matches the one pattern, in time that grows with both lengths alone. */
export function matches(pattern: string, name: string): boolean {
  if (!/[*?+[\]\\]/.test(pattern)) return pattern === name;
  if (pattern.length > longest || name.length > longest) return false;
  const parts = partsOf(pattern);
  let states = withSkips(parts, new Set([0]));
  for (const character of name) {
    const next = new Set<number>();
    for (const state of states) {
      const part = parts[state];
      if (part?.fits(character) !== true) continue;
      next.add(state + 1);
      if (part.repeats) next.add(state);
    }
    states = withSkips(parts, next);
  }
  return states.has(parts.length);
}

/** A name that the pattern lets in: `release/**` gives `release/x`, `v[0-9]+` gives `v1`. */
export function exampleOf(pattern: string): string {
  return pattern
    .replace(/\\(.)/g, '$1')
    .replace(/\[([^\]])[^\]]*\]/g, (_, first: string) => (first === '0' ? '1' : first))
    .replace(/\*+/g, 'x')
    .replace(/[?+]/g, '');
}

/** Whether the pattern stands for more than the one name. */
export function isPattern(pattern: string): boolean {
  return /[*?+[\]!]/.test(pattern.replace(/\\./g, ''));
}

interface Part {
  fits(character: string): boolean;
  optional: boolean;
  repeats: boolean;
}

function withSkips(parts: readonly Part[], states: Set<number>): Set<number> {
  for (const state of states) if (parts[state]?.optional === true) states.add(state + 1);
  return states;
}

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  for (const [token] of pattern.matchAll(/\\.|\*\*|\[[^\]]+\]|./gs)) {
    const last = parts.at(-1);
    if (token === '?' && last !== undefined) last.optional = true;
    else if (token === '+' && last !== undefined) last.repeats = true;
    else parts.push(partOf(token));
  }
  return parts;
}

function partOf(token: string): Part {
  if (token === '**') return { fits: () => true, optional: true, repeats: true };
  if (token === '*')
    return { fits: (character) => character !== '/', optional: true, repeats: true };
  if (token.length > 1 && token.startsWith('[')) {
    const ranges = [...token.slice(1, -1).matchAll(/(.)-(.)|(.)/gs)];
    return {
      fits: (character) =>
        ranges.some(([, from, to, one]) =>
          from !== undefined && to !== undefined
            ? from <= character && character <= to
            : one === character,
        ),
      optional: false,
      repeats: false,
    };
  }
  const literal = token.length > 1 ? token.slice(1) : token;
  return { fits: (character) => character === literal, optional: false, repeats: false };
}
