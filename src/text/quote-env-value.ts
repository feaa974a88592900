/**
 * A value as it stands in an env file, so that Compose reads exactly it: without quotes Compose takes
 * `$` for a variable and ` #` for a comment.
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function quoteEnvValue(value: string): string {
  if (/^[A-Za-z0-9_./:@%+,=-]*$/.test(value)) return value;
  // A backslash before the closing quote would escape it.
  if (!/['\n\r]|\\$/.test(value)) return `'${value}'`;
  const escaped = value
    .replace(/["\\$]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
  return `"${escaped}"`;
}
