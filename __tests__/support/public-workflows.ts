import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../playground/machine/places.js';

/** The facts of one public repository's workflows, re-written, and what the check must say of them. */
export interface PublicRepository {
  readonly file: string;
  readonly repository: string;
  readonly files: Readonly<Record<string, string>>;
  /** `rule path:line` */
  readonly expected: readonly string[];
  /** Reports that are false alarms, with the reason. */
  readonly wrong: ReadonlyMap<string, string>;
  /** What the check should report and does not, with the reason. */
  readonly missed: ReadonlyMap<string, string>;
}

/** All of them, as they lie in `__tests__/fixtures/public-workflows`. */
export function publicRepositories(): readonly PublicRepository[] {
  const folder = join(repositoryRoot, '__tests__', 'fixtures', 'public-workflows');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readRepository(file, readFileSync(join(folder, file), 'utf8')));
}

function readRepository(file: string, text: string): PublicRepository {
  const [header = '', ...parts] = text.split(/^=== /m);
  const lines = header.split('\n');
  const all = (key: string): readonly string[] =>
    lines
      .filter((line) => line.startsWith(`# ${key}: `))
      .map((line) => line.slice(key.length + 4).trim());
  return {
    file,
    repository: all('repository')[0] ?? '',
    files: Object.fromEntries(
      parts.map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end).trim(), part.slice(end + 1)];
      }),
    ),
    expected: all('expect').filter((line) => line !== 'none'),
    wrong: reasons(all('wrong')),
    missed: reasons(all('missed')),
  };
}

function reasons(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const [rule = '', place = '', ...why] = line.split(' ');
      return [`${rule} ${place}`, why.join(' ')];
    }),
  );
}
