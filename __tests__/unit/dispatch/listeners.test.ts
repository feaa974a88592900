import { describe, expect, it } from '@jest/globals';
import { listenersTo, nearMisses, readListeners } from '../../../src/dispatch/plan/listeners.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('listeners', () => {
  const read = (text: string): ReturnType<typeof readListeners>[number] | undefined =>
    readListeners([{ path: 'w.yml', text }])[0];

  it.each([
    ['on: repository_dispatch', undefined],
    ['on: [push, repository_dispatch]', undefined],
    ['on: {repository_dispatch: }', undefined],
    ['on: {repository_dispatch: {types: deploy}}', ['deploy']],
    ['"on":\n  repository_dispatch:\n    types: [deploy, "2"]', ['deploy', '2']],
    ['on: push', []],
    ['name: no triggers', []],
    ['on: [unclosed', []],
  ])('%s', (text, types) => {
    expect(read(text)?.eventTypes).toEqual(types);
  });

  it('knows the inputs of workflow_dispatch, and whether runs can be told apart', () => {
    expect(read('on: workflow_dispatch')?.inputs).toEqual([]);
    expect(read('on: {workflow_dispatch: {inputs: {a: , b: {type: string}}}}')?.inputs).toEqual([
      'a',
      'b',
    ]);
    expect(read('on: push')?.inputs).toBeUndefined();
    expect(
      read("run-name: x ${{ github.event.client_payload['correlationId'] }}\non: push")?.traceable,
    ).toBe(true);
    expect(read('run-name: x\non: push')?.traceable).toBe(false);
  });

  it('lists what comes near, the nearest first', () => {
    const all = readListeners([
      { path: 'a.yml', text: 'on: {repository_dispatch: {types: [release, Deploy]}}' },
      { path: 'b.yml', text: 'on: {repository_dispatch: {types: [deploys]}}' },
    ]);
    expect(listenersTo(all, 'deploy')).toEqual([]);
    expect(nearMisses(all, 'deploy')).toEqual([
      '`Deploy` (a.yml)',
      '`deploys` (b.yml)',
      '`release` (a.yml)',
    ]);
  });
});

describe('Whatever comes', () => {
  it('workflow files is read or refused', () => {
    readsOrRefuses(hardText, (value) => readListeners([{ path: 'a.yml', text: value }]));
  });
});
