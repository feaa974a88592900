import type { ArchiveEntry } from '../archiver.js';

/** A file of that text. */
export function textEntry(path: string, mode: number, text: string): ArchiveEntry {
  const bytes = Buffer.from(text);
  return { path, mode, content: { kind: 'file', read: () => bytes } };
}

/** A file of those lines, which everybody may read. */
export function listEntry(path: string, lines: readonly string[]): ArchiveEntry {
  return textEntry(path, 0o644, lines.map((line) => `${line}\n`).join(''));
}
