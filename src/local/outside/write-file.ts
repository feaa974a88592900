import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Writes a file of the checkout, with the folders that it needs. */
export function writeFile(workspace: string, path: string, text: string): void {
  const file = resolve(workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
