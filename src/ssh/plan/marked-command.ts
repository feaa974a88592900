import { shellQuote } from '../../text/shell-quote.js';

/**
 * The line for the login shell of a server that runs a script. The login shell first reads its own start-up files, which
 * may print, or read standard input: the script says with a mark on both outputs where its own words begin, and skips
 * what stands before the mark on standard input.
 * @param args become `$1`, `$2` …
 * @param mark a line that nothing else prints
 */
export function markedCommand(
  script: string,
  args: readonly string[],
  mark: string,
  { readsInput }: { readonly readsInput: boolean },
): string {
  const say = `echo ${mark}; echo ${mark} >&2`;
  // Nothing runs where the input ended before.
  const skip = `skipped=; until [ "$skipped" = ${mark} ]; do IFS= read -r skipped || exit 71; done`;
  const marked = [...(readsInput ? [say, skip] : [say]), script].join('\n');
  // It only ever sees one simple command of quoted words.
  return `exec sh -c ${[marked, 'deploy-kit', ...args].map(shellQuote).join(' ')}`;
}

/**
 * What the login shell gets on standard input before the mark: its start-up files may ask for a line, and are not to wait
 * for one that never comes.
 */
export const emptyAnswers = '\n'.repeat(32);
