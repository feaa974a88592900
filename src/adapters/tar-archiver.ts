import type { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import type { ArchiveEntry, Archiver } from '../ports/archiver.js';

/** Packs with the npm package tar-stream: long names and large files as GNU tar and BusyBox read them. */
export const tarArchiver: Archiver = {
  pack(entries: readonly ArchiveEntry[]): Readable {
    const archive = pack();
    // A new time for new content: web servers make their ETag from a file's time and size.
    const mtime = new Date();
    for (const { path, mode, content } of entries) {
      if (content.kind === 'file') archive.entry({ name: path, mode, mtime }, content.bytes);
      else archive.entry({ name: path, mode, mtime, type: 'symlink', linkname: content.target });
    }
    archive.finalize();
    // tar-stream's stream follows Node's contract, but its types come from another package.
    return archive as unknown as Readable;
  },
};
