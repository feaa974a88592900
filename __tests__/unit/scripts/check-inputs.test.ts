import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { findUnreadInputs } from '../../../scripts/check-inputs.js';

/** An action whose inputs are read in its own code, in a file that it imports, and nowhere. */
const project: Readonly<Record<string, string>> = {
  'tsconfig.json': '{ "compilerOptions": { "noLib": true, "types": [] }, "include": ["**/*.ts"] }',
  'actions/example/definition.ts': `
export interface Inputs { host: string; path: string; interval: string; retries: string }
export const definition = {
  inputs: { host: '', path: '', interval: '', retries: '' },
  outputs: { url: '', attempts: '' },
  rules: [(inputs: Inputs) => inputs.interval],
};
export type Given = (typeof definition)['inputs'];
`,
  'actions/example/main.ts': `
import type { Given } from './definition.js';
import { request } from '../../src/request.js';
declare const inputs: Given;
declare const reporter: { output(name: string, value: string): void };
reporter.output('url', request(inputs) + inputs.path);
reporter.output('tries', '1');
`,
  'src/request.ts': `
import type { Given } from '../actions/example/definition.js';
export function request({ host: name, ...more }: Given): string {
  return name + 'interval' + String(more);
}
declare function String(value: unknown): string;
`,
};

it('An action that reads no input of its own definition fails the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-check-'));
  for (const [path, text] of Object.entries(project)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(findUnreadInputs(folder)).toEqual([
    'example: no code reads the input interval',
    'example: no code reads the input retries',
    'example: no code sets the output attempts',
    'example: the output tries is not declared',
  ]);
  rmSync(folder, { recursive: true });
});
