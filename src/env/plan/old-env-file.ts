import { parseEnvFile } from '../../compose/env-file.js';

/**
 * The names of the variables that Compose 1 reads from an env file otherwise than they are meant: with its library,
 * `$NAME` stays as it is, `${NAME}` is a variable even in single quotes, `\$` keeps its backslash, and `NAME: value`
 * is none.
 * @param outer variables of the project, which only a newer Compose puts into the env file of a service
 */
export function misreadByCompose1(
  text: string,
  outer: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const meant = parseEnvFile(text, outer);
  // Where no variable of that name is set, the characters are meant.
  const unset = [...text.matchAll(/\$(\w+)/g)].flatMap(([, name = '']) =>
    meant.has(name) || outer.has(name) ? [] : [[name, `$${name}`] as const],
  );
  const literal = parseEnvFile(text, new Map([...outer, ...unset]));
  const read = readByCompose1(text);
  return [...meant.keys()].filter((key) => {
    const value = read.get(key);
    return value !== meant.get(key) && value !== literal.get(key);
  });
}

/**
 * Reads an env file as Compose 1.29 does.
 * Source: python-dotenv's own parser (`dotenv/parser.py`, `dotenv/variables.py`), which that uses
 */
export function readByCompose1(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const entry =
    /\s*(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=#\s]+))[^\S\r\n]*=[^\S\r\n]*(?:'((?:\\'|[^'])*)'|"((?:\\"|[^"])*)"|(?!['"])([^\r\n]*))(?:[^\S\r\n]*#[^\r\n]*)?[^\S\r\n]*(?:\r\n|\n|\r|$)/y;
  const otherLine = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    entry.lastIndex = at;
    const found = entry.exec(text);
    if (found === null) {
      otherLine.lastIndex = at;
      otherLine.exec(text);
      at = otherLine.lastIndex;
      continue;
    }
    at = entry.lastIndex;
    const [, quotedKey, key = quotedKey ?? '', single, double, bare = ''] = found;
    const raw =
      single?.replace(/\\([\\'])/g, '$1') ??
      double?.replace(/\\([\\'"abfnrtv])/g, (_, letter: string) => escapes[letter] ?? letter) ??
      bare.replace(/\s+#.*/, '').trimEnd();
    values.set(key, expand(raw, values));
  }
  return values;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function expand(raw: string, known: ReadonlyMap<string, string>): string {
  return raw.replace(
    /\$\{([^}:]*)(?::-([^}]*))?\}/g,
    (_, name: string, otherwise: string | undefined) => known.get(name) ?? otherwise ?? '',
  );
}
