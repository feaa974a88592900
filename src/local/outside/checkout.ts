import { isUtf8 } from 'node:buffer';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { failure } from '../../errors/index.js';
import type { Workspace, WorkspaceFile } from '../workspace.js';

/** The files below one folder of the checkout. */
export function checkout(folder: string): Workspace {
  const root = resolve(folder);
  return {
    readText(path) {
      const full = join(root, path);
      return existsSync(full) && statSync(full).isFile() ? readFileSync(full, 'utf8') : undefined;
    },
    exists: (path) => existsSync(join(root, path)),
    glob: (pattern) =>
      globSync(pattern, {
        cwd: root,
        dot: true,
        followSymbolicLinks: false,
        ignore: ['**/.git/**', '.deploy-kit/**'],
      }).toSorted(),
    walk: (path) => walk(root, posix.normalize(path)),
  };
}

function walk(root: string, path: string): WorkspaceFile[] {
  const full = join(root, path);
  const entry = lstatSync(full, { throwIfNoEntry: false });
  // The pattern found it, but what it is called can't be said in Unicode.
  if (entry === undefined) throw notUnicode(path);
  const mode = entry.mode & 0o777;
  if (entry.isSymbolicLink()) {
    const target = readlinkSync(full, 'buffer');
    if (!isUtf8(target)) throw notUnicode(`${path} -> ${target.toString('latin1')}`);
    return [{ path, mode: 0o777, content: { kind: 'link', target: target.toString() } }];
  }
  if (entry.isFile())
    return [{ path, mode, content: { kind: 'file', read: () => readFileSync(full) } }];
  // Sockets, pipes and devices are no content that a deploy could carry.
  if (!entry.isDirectory()) return [];
  return readdirSync(full, 'buffer')
    .map((name) => {
      if (isUtf8(name)) return name.toString();
      throw notUnicode(posix.join(path, name.toString('latin1')));
    })
    .filter((name) => name !== '.git' && name !== '.deploy-kit')
    .sort()
    .flatMap((name) => walk(root, path === '.' ? name : `${path}/${name}`));
}

const notUnicode = (file: string): Error =>
  failure('file-name-unsupported', { file: JSON.stringify(file), why: 'is not in UTF-8' });

/** Writes a file of the checkout, with the folders that it needs. */
export function writeFile(workspace: string, path: string, text: string): void {
  const file = resolve(workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
