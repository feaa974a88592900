import { createdEntry } from '../../deploy/plan/created.js';
import { accountEntries, type RegistryLogin } from '../../deploy/plan/registry-login.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import { textEntry } from '../../local/plan/text-entry.js';
import type { ReleaseRecord } from '../../server/plan/history.js';

/** What a rollback sends with its program: its record, and the account for images that are gone. */
export function rollbackUpload(
  record: ReleaseRecord,
  startedAt: Date,
  login: RegistryLogin | undefined,
): readonly ArchiveEntry[] {
  return [
    textEntry('release.json', 0o644, `${JSON.stringify(record, undefined, 2)}\n`),
    // What somebody has gone back to is newer than all that was made before.
    createdEntry(startedAt),
    ...accountEntries(login),
  ];
}
