import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readOutputs } from '../../../src/dispatch/plan/run-outputs.js';

describe('the outputs of a run', () => {
  const run = { id: 1, url: '', workflow: '', title: 'apply', status: '', conclusion: 'success' };
  const read = (files: Readonly<Record<string, string>>): string =>
    readOutputs(
      zipSync(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      ),
      run,
      'phase',
    );

  it('are the JSON object in its artifact', () => {
    expect(read({ 'outputs.json': '{ "a": 1 }', 'log.txt': 'x' })).toBe('{"a":1}');
  });

  it.each([
    [{ 'log.txt': 'x' }, 'holds no `.json` file'],
    [{ 'a.json': '{}', 'b.json': '{}' }, 'more than one'],
    [{ 'a.json': '[1]' }, 'holds no JSON object'],
    [{ 'a.json': '{' }, 'holds no JSON object'],
    [{ 'a.json': `{"a":"${'x'.repeat(1_000_001)}"}` }, 'holds no `.json` file'],
  ])('%#: are refused', (files, words) => {
    expect(() => read(files)).toThrow(words);
  });

  it('must be there', () => {
    expect(() => readOutputs(undefined, run, 'phase')).toThrow('`phase` does not exist');
  });

  it('must be a zip file', () => {
    expect(() => readOutputs(strToU8('no zip'), run, 'phase')).toThrow('is no zip file');
  });
});
