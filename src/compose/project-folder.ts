import { posix } from 'node:path';
import { unknownValue } from './interpolate.js';

/**
 * The value of `PWD`: Compose is called in the project folder, whose place only the server knows. As a path it is
 * one that `rebasePath` finds again; anywhere else the value is not known here.
 */
export const projectFolder = `/${unknownValue}PWD${unknownValue}`;

/** The path below the project folder that begins with `$PWD`; `undefined` for any other. */
export function belowProjectFolder(path: string): string | undefined {
  if (!path.startsWith(projectFolder)) return undefined;
  const rest = path.slice(projectFolder.length);
  // `${PWD}.bak` is a place beside it.
  if (rest !== '' && !rest.startsWith('/')) return `../${rest}`;
  return posix.join('.', rest).replace(/(?<=.)\/$/, '');
}
