import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.js';
import { generate } from './generate.js';

/** Generates everything anew elsewhere and names the files that differ from the committed ones. */
export async function checkGenerated(root: string): Promise<string> {
  const fresh = mkdtempSync(join(tmpdir(), 'deploy-kit-generated-'));
  try {
    await generate(root, fresh);
    bundle(root, join(fresh, 'dist'));
    const expected = files(fresh);
    const stale = expected.filter((file) => !same(join(fresh, file), join(root, file)));
    const left = files(join(root, 'dist'))
      .map((file) => join('dist', file))
      .filter((file) => !expected.includes(file));
    if (stale.length + left.length === 0) return '';
    return [
      ...stale.map((file) => `${file} is stale`),
      ...left.map((file) => `${file} is left over`),
      'Run `npm run build` and commit what it changes.',
    ].join('\n');
  } finally {
    rmSync(fresh, { recursive: true });
  }
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
