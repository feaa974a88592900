import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.js';
import { generate } from './generate.js';
import { cacheOf } from './run-tool.js';

/** Generates everything anew elsewhere and names the files that differ from the committed ones. */
export async function checkGenerated(root: string): Promise<string> {
  const fresh = mkdtempSync(join(tmpdir(), 'deploy-kit-generated-'));
  try {
    await generate(root, fresh);
    const findings = [...stale(root, fresh, ''), ...(await checkBundle(root, fresh))];
    return findings.length === 0
      ? ''
      : [...findings, 'Run `npm run build` and commit what it changes.'].join('\n');
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

/** The same for dist/; what it was made from and has not changed since it was right need not be bundled again. */
async function checkBundle(root: string, fresh: string): Promise<readonly string[]> {
  const record = cacheOf(root, 'bundle');
  const key = bundleKey(root);
  if (existsSync(record) && readFileSync(record, 'utf8') === key) return [];
  await bundle(root, join(fresh, 'dist'));
  const expected = new Set(files(join(fresh, 'dist')));
  const findings = [
    ...stale(root, fresh, 'dist'),
    ...files(join(root, 'dist'))
      .filter((file) => !expected.has(file))
      .map((file) => `dist/${file} is left over`),
  ];
  if (findings.length === 0) {
    mkdirSync(dirname(record), { recursive: true });
    writeFileSync(record, key);
  }
  return findings;
}

function stale(root: string, fresh: string, folder: string): readonly string[] {
  return files(join(fresh, folder))
    .map((file) => join(folder, file))
    .filter((file) => !same(join(fresh, file), join(root, file)))
    .map((file) => `${file} is stale`);
}

function bundleKey(root: string): string {
  const sum = createHash('sha256');
  const folders = ['build/src', 'build/actions', 'build/scripts', 'dist'];
  const made = folders.flatMap((folder) =>
    files(join(root, folder)).map((file) => join(folder, file)),
  );
  for (const file of [...made, 'package-lock.json', 'node_modules/.package-lock.json'])
    sum.update(`${file}\n`).update(readFileSync(join(root, file)));
  return sum.digest('hex');
}

function files(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = join(prefix, name);
    return statSync(join(folder, path)).isDirectory() ? files(folder, path) : [path];
  });
}

function same(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}
