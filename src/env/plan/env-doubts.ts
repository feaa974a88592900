import { parseEnvFile } from '../../compose/env-file.js';

/** A line of an env file that Compose may read otherwise than it looks. */
export interface EnvDoubt {
  readonly key: string;
  /** What Compose makes of it, as the rest of a sentence. Never the value. */
  readonly problem: string;
}

// One entry; of one in double quotes, or without quotes, the text.
const entries =
  /^[^\S\n]*(?:export[^\S\n]+)?([^=:\s#]+)[^\S\n]*[=:][^\S\n]*(?:'(?:[^'\\]|\\[^])*'|"((?:[^"\\]|\\[^])*)"|([^\n]*))/gm;

/**
 * Where Compose cuts a value: `$Word` of no variable that is set, and what stands behind ` #` without the space of a
 * comment. The file is right as it is for whoever means that, so nobody changes it.
 * @param others the names of further variables that are set
 * @throws {DeployKitError} `env-file-invalid`
 */
export function envDoubts(
  text: string,
  others: ReadonlySet<string> = new Set(),
): readonly EnvDoubt[] {
  const known = parseEnvFile(text);
  const isSet = (name: string): boolean => known.has(name) || others.has(name);
  return [...text.matchAll(entries)].flatMap(([, key = '', double, bare]): EnvDoubt[] => {
    const value = double ?? bare?.replace(/ #[^]*$/, '') ?? '';
    return [
      ...(bare !== undefined && / #[^\s#]/.test(bare)
        ? [{ key, problem: 'Compose takes what stands behind ` #` for a comment' }]
        : []),
      ...(unsetVariables(value).some((name) => !isSet(name))
        ? [{ key, problem: 'Compose takes `$` for the start of a variable, which is not set' }]
        : []),
    ];
  });
}

// With a default (`${A:-b}`) nothing is lost.
function unsetVariables(value: string): readonly string[] {
  return [...value.matchAll(/\\.|\$\$|\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g)].flatMap(
    ([, braced, plain]) => braced ?? plain ?? [],
  );
}

/** For a warning: which of the file's values, and what mends them. */
export function doubtWords(file: string, doubts: readonly EnvDoubt[]): string {
  const words = doubts.map(({ key, problem }) => `${key}: ${problem}`);
  return `${file}: ${words.join('; ')}. Where the characters themselves are meant, put the value in single quotes.`;
}
