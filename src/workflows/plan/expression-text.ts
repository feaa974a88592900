import { Lexer, Parser, type Expr } from '@actions/expressions';
import { ContextAccess, IndexAccess, Literal } from '@actions/expressions/ast';

/** Contexts and functions that stand in a job's or a step's expression. */
const contexts = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
/** Functions that tell how the job or the run went so far. */
export const statusFunctions = ['always', 'success', 'failure', 'cancelled'];
const functions = [...statusFunctions, 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/** Conditions are looked at again on each occasion; they are parsed once. */
const parsed = new Map<string, Expr | undefined>();
const mostParsed = 10_000;

/** The syntax tree of an expression without its `${{ }}`; `undefined` when it is none. */
export function parseExpression(text: string): Expr | undefined {
  if (parsed.size > mostParsed) parsed.clear();
  if (!parsed.has(text)) parsed.set(text, parseOnce(text));
  return parsed.get(text);
}

function parseOnce(text: string): Expr | undefined {
  try {
    return new Parser(new Lexer(text).lex().tokens, contexts, functions).parse();
  } catch {
    return undefined;
  }
}

/** The expressions in a text, with the offsets of their `${{`. */
export function expressionsIn(
  text: string,
): readonly { readonly text: string; readonly offset: number; readonly end: number }[] {
  const found = [];
  for (let offset = text.indexOf('${{'); offset >= 0; offset = text.indexOf('${{', offset + 1)) {
    const end = closing(text, offset + 3);
    if (end === undefined) break;
    found.push({ text: text.slice(offset + 3, end).trim(), offset, end: end + 2 });
    offset = end;
  }
  return found;
}

// A quote inside an expression may hold braces.
function closing(text: string, from: number): number | undefined {
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', index)) return index;
  }
  return undefined;
}

/** The expression of an `if:`; `undefined` for one that mixes text and `${{ }}`, which GitHub takes for true. */
export function conditionOf(text: string): string | undefined {
  const trimmed = text.trim();
  const [only, ...more] = expressionsIn(trimmed);
  if (only === undefined) return trimmed;
  return more.length === 0 && only.offset === 0 && only.end === trimmed.length
    ? only.text
    : undefined;
}

/** `github.event.client_payload.sha`, in lower case, `*` for what is indexed by a value; `undefined` for no path. */
export function pathOf(expression: Expr): string | undefined {
  if (expression instanceof ContextAccess) return expression.name.lexeme.toLowerCase();
  if (!(expression instanceof IndexAccess)) return undefined;
  const parent = pathOf(expression.expr);
  if (parent === undefined) return undefined;
  const index = expression.index;
  const key = index instanceof Literal ? index.literal.coerceString().toLowerCase() : '*';
  return `${parent}.${key}`;
}
