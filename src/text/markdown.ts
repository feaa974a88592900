/** More names than that make no list that anybody reads. */
const maxListed = 20;

/** Text that Markdown shows as it is, also in a table's cell. */
export function plain(text: string): string {
  return text.replace(/[|\\`<>[\]*_]/g, (character) => `\\${character}`);
}

/** Text in the type of code. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** Names in the type of code: the first twenty, and how many more. */
export function list(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length - maxListed;
  const shown = names.slice(0, maxListed).map(code).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** The first twelve digits of an image's digest, or a dash. */
export function shortDigest(image: string): string {
  const digest = image.split('@sha256:')[1];
  return digest === undefined ? '–' : code(digest.slice(0, 12));
}
