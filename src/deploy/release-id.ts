import { randomBytes } from 'node:crypto';

/**
 * The folder name of a release on the server: sorts by time, is unique for each deploy even within a
 * second, and is a file name everywhere. `20260101T120000Z-1a2b-sha-1a2b3c4d5e6f`
 */
export function newReleaseId(startedAt: Date, version: string): string {
  const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  const unique = randomBytes(2).toString('hex');
  return `${time}-${unique}-${version.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 80)}`;
}
