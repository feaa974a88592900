import { InterpolationProblem } from './interpolation-problem.js';

/**
 * Compose's interpolation of one value: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`,
 * `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`, `${VAR+other}`, nested, `$$` for a dollar sign.
 * A variable that is not set is empty.
 * Source: https://docs.docker.com/reference/compose-file/interpolation/
 * @throws {InterpolationProblem} for a required variable that is missing, or a `${` without its end
 */
export function interpolate(text: string, env: ReadonlyMap<string, string>): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) break;
    result += text.slice(at, dollar);
    const { value, end } = expand(text, dollar, env);
    result += value;
    at = end;
  }
  return result + text.slice(at);
}

interface Expansion {
  readonly value: string;
  /** Where the text goes on. */
  readonly end: number;
}

function expand(text: string, dollar: number, env: ReadonlyMap<string, string>): Expansion {
  const next = text[dollar + 1];
  if (next === '$') return { value: '$', end: dollar + 2 };
  if (next === '{') {
    const close = closingBrace(text, dollar + 2);
    return { value: substitute(text.slice(dollar + 2, close), env), end: close + 1 };
  }
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(dollar + 1))?.[0];
  if (name === undefined)
    throw new InterpolationProblem(
      `"${text}" has a $ that begins no variable; write $$ for a dollar sign`,
    );
  return { value: env.get(name) ?? '', end: dollar + 1 + name.length };
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  throw new InterpolationProblem(`"${text}" has a \${ without its }`);
}

function substitute(expression: string, env: ReadonlyMap<string, string>): string {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([\s\S]*))?$/.exec(expression);
  if (!match) throw new InterpolationProblem(`"\${${expression}}" is no variable`);
  const [, name = '', operator = '', word = ''] = match;
  const value = env.get(name);
  const given = value !== undefined && !(operator.startsWith(':') && value === '');
  switch (operator.replace(':', '')) {
    case '-':
      return given ? value : interpolate(word, env);
    case '+':
      return given ? interpolate(word, env) : '';
    case '?':
      if (!given)
        throw new InterpolationProblem(
          `the variable ${name} is required: ${interpolate(word, env)}`,
        );
      return value;
    default:
      return value ?? '';
  }
}
