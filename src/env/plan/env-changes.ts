/** What differs between two lists, by name. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The names of variables that differ between two env files; never their values. */
export interface EnvChanges extends Changes {
  /** On the server alone, where no release brought them. */
  readonly kept: readonly string[];
}

/**
 * Reads what the server says of its env file compared with a new one.
 * @returns `undefined` when the output is not whole
 */
export function parseEnvChanges(output: string): EnvChanges | undefined {
  const lines = output.split('\n');
  if (!lines.includes('end=yes')) return undefined;
  const named = (kind: string): string[] =>
    lines
      .filter((line) => line.startsWith(`${kind}=`))
      .map((line) => line.slice(kind.length + 1))
      .toSorted();
  return {
    added: named('added'),
    changed: named('changed'),
    removed: named('removed'),
    kept: named('kept'),
  };
}
