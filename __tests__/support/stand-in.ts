import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program of that name in a folder of its own, which notes each call. */
export interface StandIn {
  /** For the PATH. */
  readonly folder: string;
  /** The arguments of each call so far. */
  readonly calls: () => readonly string[];
}

/**
 * Makes a program of a server that says what no real one can be made to say at will.
 * @param body of a `sh` script
 */
export function standIn(root: string, name: string, body: string): StandIn {
  const folder = join(root, 'bin');
  const log = join(root, `${name}.calls`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\necho "$*" >>'${log}'\n${body}`);
  chmodSync(join(folder, name), 0o755);
  return {
    folder,
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [],
  };
}
