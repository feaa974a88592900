import type { Readable } from 'node:stream';
import { pack, type Pack } from 'tar-stream';
import type { ArchiveEntry, Archiver } from '../archiver.js';

/** Packs with the npm package tar-stream: long names and large files as GNU tar and BusyBox read them. */
export const tarArchiver: Archiver = {
  pack(entries: readonly ArchiveEntry[]): Readable {
    const archive = pack();
    fill(archive, entries).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    // tar-stream's stream follows Node's contract, but its types come from another package.
    return archive as unknown as Readable;
  },
};

/** One entry after the other, each once the one before has been taken: so that one file at a time is in memory. */
async function fill(archive: Pack, entries: readonly ArchiveEntry[]): Promise<void> {
  // A new time for new content: web servers make their ETag from a file's time and size.
  const mtime = new Date();
  for (const { path: name, mode, content } of entries) {
    if (content.kind === 'link') {
      archive.entry({ name, mode, mtime, type: 'symlink', linkname: content.target });
      continue;
    }
    const bytes = content.read();
    await new Promise<void>((resolve, reject) => {
      const sink = archive.entry({ name, mode, mtime, size: bytes.length }, (error) => {
        if (error) reject(error);
        else resolve();
      });
      // Where the reader is gone it is the stream that says so.
      sink.on('error', reject);
      sink.end(bytes);
    });
  }
  archive.finalize();
}
