/**
 * Quotes a value as one word for every POSIX shell (IEEE Std 1003.1, "Single-Quotes": all characters
 * but the single quote itself stand for themselves).
 * @throws {RangeError} for a NUL character, which no argument can hold
 */
export function shellQuote(value: string): string {
  if (value.includes('\0')) throw new RangeError('A shell word cannot hold a NUL character');
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
