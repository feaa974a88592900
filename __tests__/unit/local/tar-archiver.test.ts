import { spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import type { ArchiveEntry } from '../../../src/local/archiver.js';
import { tarArchiver } from '../../../src/local/outside/tar-archiver.js';

const entry = (path: string, read: () => Buffer, mode = 0o644): ArchiveEntry => ({
  path,
  mode,
  content: { kind: 'file', read },
});

describe('The archive of an upload', () => {
  it('is what tar reads: files, modes, links, long names', async () => {
    const long = `${'folder/'.repeat(40)}file`;
    const archive = await buffer(
      tarArchiver.pack([
        entry('empty', () => Buffer.alloc(0), 0o600),
        entry(long, () => Buffer.from('x')),
        { path: 'link', mode: 0o777, content: { kind: 'link', target: 'empty' } },
      ]),
    );
    const { stdout } = spawnSync('tar', ['-tvf', '-'], { input: archive, encoding: 'utf8' });
    expect(stdout).toMatch(/^-rw------- .* empty$/m);
    expect(stdout).toMatch(/link -> empty$/m);
    expect(stdout).toContain(long);
  });

  it('reads a file when its turn comes, so that a large project needs little memory', async () => {
    let reads = 0;
    const files = Array.from({ length: 100 }, (_, index) =>
      entry(String(index), () => {
        reads += 1;
        return Buffer.alloc(1_000_000);
      }),
    );
    const chunks = tarArchiver.pack(files)[Symbol.asyncIterator]();
    await chunks.next();
    expect(reads).toBeLessThan(5);
    while ((await chunks.next()).done !== true);
    expect(reads).toBe(100);
  });

  it('breaks off where a file can’t be read any more', async () => {
    const gone = entry('gone', () => {
      throw new Error('ENOENT');
    });
    await expect(buffer(tarArchiver.pack([gone]))).rejects.toThrow('ENOENT');
  });
});
