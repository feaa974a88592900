import { failure } from '../errors/index.js';
import { interpolate, InterpolationProblem, type Variables } from './interpolate.js';

/**
 * Reads a `.env` file as Compose does: comments, `export`, single quotes (literal), double quotes
 * (escapes and variables), both over several lines, no quotes (variables; ` #` begins a comment).
 * A name without a value is taken from the environment by Compose, so it is not among the values.
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax,
 * and Compose 2.26 itself where that page is silent.
 * @param outer variables that the values may refer to as well
 * @throws {DeployKitError} `env-file-invalid`, which never shows a value
 */
export function parseEnvFile(
  text: string,
  outer: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const source = text.replace(/^\uFEFF/, '');
  const values = new Map<string, string>();
  // Looked up, not copied: there may be as many as there are lines.
  const known = { get: (name: string) => values.get(name) ?? outer.get(name) };
  let [at, line, counted] = [0, 1, 0];
  for (;;) {
    at += /^(?:\s|#[^\n]*)*/.exec(source.slice(at))?.[0].length ?? 0;
    if (at >= source.length) return values;
    line += source.slice(counted, at).split('\n').length - 1;
    counted = at;
    const { key, hasValue, length } = readKey(source.slice(at), line);
    at += length;
    if (!hasValue) continue;
    const place = line;
    const { value, length: valueLength } = readValue(source.slice(at), place, (raw) =>
      expand(raw, known, place),
    );
    at += valueLength;
    values.set(key, value);
  }
}

function readKey(text: string, line: number): { key: string; hasValue: boolean; length: number } {
  const prefix = /^export[^\S\n]+/.exec(text)?.[0] ?? '';
  const [whole, key = '', end = ''] = /^([^=:\n]*)([=:\n]|$)[^\S\n]*/.exec(
    text.slice(prefix.length),
  ) ?? [''];
  const name = key.trim();
  if (/[^\p{L}\p{N}_.[\]\s-]/u.test(name)) throw invalid(line, 'a name holds a special character');
  if (name.includes(' ')) throw invalid(line, 'a name holds a space');
  return { key: name, hasValue: end === '=' || end === ':', length: prefix.length + whole.length };
}

function readValue(
  text: string,
  line: number,
  expandVariables: (raw: string) => string,
): { value: string; length: number } {
  const quoted = /^'((?:[^'\\]|\\[\s\S])*)'/.exec(text);
  if (quoted)
    return { value: (quoted[1] ?? '').replaceAll(String.raw`\'`, "'"), length: quoted[0].length };
  const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(text);
  if (double)
    return { value: expandVariables(readEscapes(double[1] ?? '')), length: double[0].length };
  if (/^['"]/.test(text)) throw invalid(line, 'a value opens a quote and never closes it');
  const bare = /^[^\n]*/.exec(text)?.[0] ?? '';
  return { value: expandVariables(bare.replace(/ #[^]*$/, '').trimEnd()), length: bare.length };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  // The variables are expanded afterwards: there, two dollar signs are one.
  $: '$$',
};

function readEscapes(text: string): string {
  return text.replace(
    /\\(?:0(\d{0,3})|([abfnrtv$"\\]))/g,
    (_, digits: string | undefined, letter: string | undefined) => {
      if (digits === undefined) return escapes[letter ?? ''] ?? '';
      const isByte = /^[0-3][0-7]{2}$/.test(digits);
      return isByte ? String.fromCharCode(Number.parseInt(digits, 8)) : `\\${digits}`;
    },
  );
}

function expand(raw: string, known: Variables, line: number): string {
  try {
    return interpolate(raw, known);
  } catch (cause) {
    if (cause instanceof InterpolationProblem) throw invalid(line, cause.message);
    throw cause;
  }
}

function invalid(line: number, problem: string): Error {
  return failure('env-file-invalid', { line, problem });
}
