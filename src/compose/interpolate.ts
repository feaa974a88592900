/** Why a value of a Compose file cannot be interpolated. */
export class InterpolationProblem extends Error {
  override readonly name = 'InterpolationProblem';
}

/**
 * What stands for a variable whose value cannot be known here. No YAML file can hold it, so a value
 * that depends on such a variable is told apart from all others.
 */
export const unknownValue = '\0';

/** The variables, by name. */
export type Variables = Pick<ReadonlyMap<string, string>, 'get'>;

export interface InterpolationOptions {
  /**
   * The variables are not all of them: the others may be set on the server. One without a default
   * then becomes `unknownValue`, and a required one is no problem.
   */
  readonly partial?: boolean;
  /** Takes the name of each variable that is asked for and has no value, with a default or without. */
  readonly asked?: Set<string>;
}

/**
 * Compose's interpolation of one value: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`,
 * `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`, `${VAR+other}`, nested, `$$` for a dollar sign.
 * A variable that is not set is empty; a dollar sign that begins none of these stays.
 * Source: https://docs.docker.com/reference/compose-file/interpolation/, and Compose 2.26 itself
 * where that page is silent.
 * @throws {InterpolationProblem} for a required variable that is missing, or a `${` that is no variable
 */
export function interpolate(
  text: string,
  env: Variables,
  options: InterpolationOptions = {},
): string {
  let result = '';
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    const { value, length } = expand(text.slice(dollar), env, options);
    result += text.slice(at, dollar) + value;
    at = dollar + length;
  }
}

/** What the start of a text became, and how long that start was. */
interface Expansion {
  readonly value: string;
  readonly length: number;
}

function expand(text: string, env: Variables, options: InterpolationOptions): Expansion {
  if (text.startsWith('$$')) return { value: '$', length: 2 };
  const name = /^\$([A-Za-z_][A-Za-z0-9_]*)/.exec(text)?.[1];
  if (name !== undefined)
    return { value: ask(name, env, options) ?? unset(options), length: 1 + name.length };
  if (!text.startsWith('${')) return { value: '$', length: 1 };
  const end = expressionEnd(text);
  if (end === undefined)
    throw new InterpolationProblem(
      'a `${` begins no variable, or lacks its `}`; write `$${` for the characters themselves',
    );
  return { value: substitute(text.slice(2, end), env, options), length: end + 1 };
}

const lineEnds = new Set('\n\r\u2028\u2029');

/** Where the brace stands that ends the expression at the start of a text: on its own line. */
function expressionEnd(text: string): number | undefined {
  const head = /^\$\{[A-Za-z_][A-Za-z0-9_]*(?:\}|:?[-+?])/.exec(text)?.[0];
  if (head === undefined) return undefined;
  // As Compose counts: every brace counts, the character after an opening one does not.
  let [depth, last, counted]: [number, number | undefined, boolean] = [0, undefined, true];
  for (let at = 0; at < text.length && !lineEnds.has(text.charAt(at)); at++) {
    const character = text.charAt(at);
    if (character === '}') last = at;
    if (counted && character === '}' && --depth === 0) return at;
    if (counted && character === '{') depth++;
    counted = !(counted && character === '{');
  }
  // Where they are not even, it is the last one.
  return last;
}

function substitute(expression: string, env: Variables, options: InterpolationOptions): string {
  const [, name = '', operator = '', word = ''] =
    /^(\w+)(?:(:?[-?+])(.*))?$/.exec(expression) ?? [];
  const value = ask(name, env, options);
  const isGiven = value !== undefined && !(operator.startsWith(':') && value === '');
  // A fault in the word counts even when the word is not needed.
  const other = interpolate(word, env, options);
  switch (operator.replace(':', '')) {
    case '-':
      return isGiven ? value : other;
    case '+':
      return isGiven ? other : '';
    case '?':
      if (isGiven) return value;
      if (options.partial) return unknownValue;
      throw new InterpolationProblem(
        `the variable ${name} is required${other === '' ? '' : `: ${other}`}`,
      );
    default:
      return value ?? unset(options);
  }
}

function ask(name: string, env: Variables, { asked }: InterpolationOptions): string | undefined {
  const value = env.get(name);
  if (value === undefined) asked?.add(name);
  return value;
}

function unset({ partial }: InterpolationOptions): string {
  return partial ? unknownValue : '';
}
