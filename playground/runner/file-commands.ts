import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kinds = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;

/** The files through which a step talks to the runner. */
export class FileCommands {
  /** `GITHUB_OUTPUT` and the like, for the step's environment. */
  readonly env: Readonly<Record<string, string>>;

  constructor(folder: string, step: string) {
    const place = join(folder, step);
    mkdirSync(place, { recursive: true });
    this.env = Object.fromEntries(
      kinds.map((kind) => {
        const file = join(place, kind.toLowerCase());
        writeFileSync(file, '');
        return [`GITHUB_${kind}`, file];
      }),
    );
  }

  pairs(kind: 'OUTPUT' | 'ENV' | 'STATE'): ReadonlyMap<string, string> {
    return parseFileCommand(this.#read(kind), `GITHUB_${kind}`);
  }

  path(): readonly string[] {
    return this.#read('PATH')
      .split(/\r?\n/)
      .filter((line) => line !== '');
  }

  summary(): string {
    return this.#read('STEP_SUMMARY');
  }

  #read(kind: (typeof kinds)[number]): string {
    const file = this.env[`GITHUB_${kind}`] ?? '';
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
}

/**
 * Reads `name=value` lines and heredocs (`name<<MARK` … `MARK`).
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#environment-files
 * @throws {Error} where the runner fails the step
 */
export function parseFileCommand(text: string, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    if (heredoc < 1)
      throw new Error(`Unable to process file command '${file}': Invalid format '${line}'`);
    const mark = line.slice(heredoc + 2);
    const end = lines.indexOf(mark, index + 1);
    if (end < 0)
      throw new Error(
        `Unable to process file command '${file}': Matching delimiter not found '${mark}'`,
      );
    values.set(line.slice(0, heredoc), lines.slice(index + 1, end).join('\n'));
    index = end;
  }
  return values;
}
