import type { ArchiveEntry } from '../../local/archiver.js';
import { textEntry } from '../../local/plan/text-entry.js';

/** When a release was made, as the server compares it: whole seconds since 1970. */
export function createdSeconds(createdAt: Date): string {
  return String(Math.floor(createdAt.getTime() / 1000));
}

/** The same, as it is kept with the release on the server. */
export function createdEntry(createdAt: Date): ArchiveEntry {
  return textEntry('created', 0o644, createdSeconds(createdAt));
}
