import { InputProblem, type InputKind } from './kind.js';

/**
 * `NAME=value` lines, the values as they stand; a value of several lines, or one in quotes that are part of it, in the
 * form that GitHub's own env files have: `NAME<<END`, the lines, `END`. Empty lines and comments between them are left
 * out. A line may be a secret itself: messages name its place, never its text.
 */
export const envLines: InputKind<ReadonlyMap<string, string>> = {
  describe: '`NAME=value` lines',
  parse(value) {
    const rest = value.split(/\r?\n/);
    const entries = new Map<string, string>();
    for (let at = 0; at < rest.length; at++) {
      const line = (rest[at] ?? '').trim();
      if (line === '' || line.startsWith('#')) continue;
      const [, opened, end = ''] = /^([A-Za-z_]\w*)<<(.+)$/.exec(line) ?? [];
      if (opened === undefined) {
        const [key, text] = pairOf(line, at + 1);
        entries.set(key, text);
        continue;
      }
      const length = rest.slice(at + 1).findIndex((other) => other.trim() === end);
      if (length < 0)
        throw new InputProblem(`line ${at + 1} opens \`<<\`, and its end never comes`);
      entries.set(opened, rest.slice(at + 1, at + 1 + length).join('\n'));
      at += length + 1;
    }
    return entries;
  },
};

function pairOf(line: string, number: number): readonly [string, string] {
  const [, key, text = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
  if (key === undefined)
    throw new InputProblem(
      `line ${number} must look like NAME=value; a value of several lines stands between \`NAME<<END\` and \`END\``,
    );
  if (/^(['"]).*\1$/.test(text) && text.length > 1)
    throw new InputProblem(
      `line ${number} has its value in quotes, which would be part of it; leave them out, or put it between \`NAME<<END\` and \`END\` where they are meant`,
    );
  return [key, text];
}
