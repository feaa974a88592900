import type { Changes } from '../../env/plan/env-changes.js';
import { readFacts } from '../../server/plan/server-facts.js';

/** What becomes of a file on the server; the words are those of `judge_files` in its shell. */
const fates = ['add', 'write', 'replace', 'remove', 'keep', 'leave'] as const;
export type FileFate = (typeof fates)[number];

/** The fates of files that a deploy touches. */
const touching: ReadonlySet<FileFate> = new Set(['add', 'write', 'replace', 'remove']);

/** What a look at the server's files has found. */
export interface ServerFiles {
  /** Of the paths that are not on the server already as they should be. */
  readonly fates: ReadonlyMap<string, FileFate>;
  /** The pins of the live release; empty where there is none. */
  readonly livePins: string;
  /** The file of the deploy folder to which its `.env` leads, where that is a link. */
  readonly envLeadsTo?: string;
  /** Whether another deploy is between its beginning and its end: what is there now need not stay. */
  readonly isMoving: boolean;
  /** Why the files can't be deployed: an entry of the catalogue with its values. */
  readonly refusal:
    { readonly entry: string; readonly values: Readonly<Record<string, string>> } | undefined;
}

/** What a deploy does to the files on the server, for people. */
export interface FileChanges extends Changes {
  /** What the release brings, though no release has: the former ones are kept. */
  readonly replaced: readonly string[];
  /** What only the server has changed. */
  readonly kept: readonly string[];
  readonly unchanged: number;
}

/**
 * Reads what the server says of its files.
 * @returns `undefined` when it is not whole
 */
export function parseServerFiles(output: string): ServerFiles | undefined {
  const facts = readFacts(output);
  const many = (key: string): readonly string[] => facts.get(key) ?? [];
  if (many('end')[0] !== 'yes') return undefined;
  const [entry] = many('error');
  const envLeadsTo = many('env-leads-to')[0]?.slice('./'.length);
  return {
    ...(envLeadsTo === undefined ? {} : { envLeadsTo }),
    fates: new Map(many('fate').flatMap(readFate)),
    livePins: many('pin').join('\n'),
    isMoving: many('transaction').length > 0,
    refusal:
      entry === undefined
        ? undefined
        : { entry, values: Object.fromEntries(many('value').map(readValue)) },
  };
}

// `keep ./PATH`
function readFate(line: string): readonly (readonly [string, FileFate])[] {
  const at = line.indexOf(' ');
  const fate = fates.find((word) => word === line.slice(0, at));
  return fate === undefined ? [] : [[line.slice(at + 3), fate]];
}

function readValue(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

/** @param count how many files the release has */
export function fileChanges({ fates: found }: ServerFiles, count: number): FileChanges {
  const having = (...wanted: readonly FileFate[]): readonly string[] =>
    [...found].flatMap(([path, fate]) => (wanted.includes(fate) ? path : []));
  return {
    added: having('add'),
    changed: having('write'),
    removed: having('remove'),
    replaced: having('replace'),
    kept: having('keep', 'leave'),
    unchanged: count - having('add', 'write', 'replace', 'keep').length,
  };
}

/** Whether a deploy writes or removes one of the files for which that is so. */
export function touches(
  { fates: found }: ServerFiles,
  isMeant: (path: string) => boolean,
): boolean {
  return [...found].some(([path, fate]) => touching.has(fate) && isMeant(path));
}
