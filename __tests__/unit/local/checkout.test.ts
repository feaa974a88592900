import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DeployKitError } from '../../../src/errors/index.js';
import { checkout } from '../../../src/local/outside/checkout.js';

const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-checkout-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const latin1 = (path: string): Buffer => Buffer.from(join(folder, path), 'latin1');

describe('A file of the checkout', () => {
  it('is found under a name in Unicode', () => {
    mkdirSync(join(folder, 'good'));
    writeFileSync(join(folder, 'good/caf\u00E9'), '');
    symlinkSync('caf\u00E9', join(folder, 'good/link'));
    const found = checkout(folder).walk('good');
    expect(found.map(({ path }) => path)).toEqual(['good/caf\u00E9', 'good/link']);
    expect(found[1]?.content).toEqual({ kind: 'link', target: 'caf\u00E9' });
  });

  it('is refused by its name where that is not in UTF-8', () => {
    for (const name of ['file', 'link', 'glob']) mkdirSync(join(folder, name));
    writeFileSync(latin1('file/caf\u00E9'), '');
    symlinkSync(Buffer.from('caf\u00E9', 'latin1'), join(folder, 'link/to'));
    writeFileSync(latin1('glob/caf\u00E9'), '');
    const workspace = checkout(folder);
    const [globbed = ''] = workspace.glob('glob/*');
    const refusal = (path: string): unknown => {
      try {
        return workspace.walk(path);
      } catch (error) {
        return error instanceof DeployKitError ? [error.entry, error.why] : error;
      }
    };
    for (const [path, file] of [
      ['file', 'file/caf\u00E9'],
      ['link', 'link/to -> caf\u00E9'],
      [globbed, 'glob/caf\uFFFD'],
    ] as const)
      expect(refusal(path)).toEqual([
        'file-name-unsupported',
        `The file name "${file}" is not in UTF-8.`,
      ]);
  });
});
