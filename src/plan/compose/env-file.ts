import { interpolate } from './interpolate.js';

/**
 * Reads a `.env` file as Compose does: comments, `export`, single quotes (literal), double quotes
 * (escapes and variables, over several lines), no quotes (variables, ` #` begins a comment).
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function parseEnvFile(text: string): Map<string, string> {
  const values = new Map<string, string>();
  let rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  while (rest !== '') {
    const line = /^[^\n]*\n?/.exec(rest)?.[0] ?? rest;
    const match = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*[=:][ \t]*/.exec(line);
    if (!match) {
      rest = rest.slice(line.length);
      continue;
    }
    const { value, length } = readValue(rest.slice(match[0].length), values);
    values.set(match[1] ?? '', value);
    rest = rest.slice(match[0].length + length);
  }
  return values;
}

function readValue(
  text: string,
  known: ReadonlyMap<string, string>,
): { value: string; length: number } {
  const single = /^'((?:[^'\\]|\\[\s\S])*)'[^\n]*\n?/.exec(text);
  if (single)
    return { value: (single[1] ?? '').replaceAll(String.raw`\'`, "'"), length: single[0].length };
  const double = /^"((?:[^"\\]|\\[\s\S])*)"[^\n]*\n?/.exec(text);
  if (double) return { value: readDoubleQuoted(double[1] ?? '', known), length: double[0].length };
  const line = /^[^\n]*\n?/.exec(text)?.[0] ?? '';
  const bare = line
    .replace(/\n$/, '')
    .replace(/(^|[ \t])#.*$/, '')
    .trim();
  return { value: expandLeniently(bare, known), length: line.length };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function readDoubleQuoted(text: string, known: ReadonlyMap<string, string>): string {
  // An escaped dollar sign must survive the interpolation.
  const kept = text.replaceAll(String.raw`\$`, '$$$$');
  return expandLeniently(kept, known).replace(/\\([\s\S])/g, (whole, character: string) =>
    character === '"' || character === '\\' ? character : (escapes[character] ?? whole),
  );
}

// A lone dollar sign in an env file stays as it is.
function expandLeniently(text: string, known: ReadonlyMap<string, string>): string {
  try {
    return interpolate(text, known);
  } catch {
    return text;
  }
}
