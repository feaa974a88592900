import { describe, expect, it } from '@jest/globals';
import { checkPayload, checkWorkflowInputs } from '../../../src/dispatch/plan/dispatch-limits.js';

describe('limits', () => {
  it('takes what GitHub takes: 10 keys, 65,535 characters', () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, 1]));
    expect(() => {
      checkPayload(ten);
    }).not.toThrow();
    expect(() => {
      checkPayload({ ...ten, more: 1 });
    }).toThrow(/11 top-level keys.*`more`/);
    const frame = JSON.stringify({ a: '' }).length;
    expect(() => {
      checkPayload({ a: 'x'.repeat(65_535 - frame) });
    }).not.toThrow();
    expect(() => {
      checkPayload({ a: 'x'.repeat(65_536 - frame) });
    }).toThrow(/65536 characters.*`a`/);
  });

  it('names the part above, where no single one below it is to blame', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`n${index}`, 'x'.repeat(7000)]),
    );
    expect(() => {
      checkPayload({ small: 'x', deep: { notes, empty: undefined } });
    }).toThrow(/is `deep\.notes`/);
  });

  it('takes 25 inputs of a workflow', () => {
    const inputs = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`i${index}`, '']));
    expect(() => {
      checkWorkflowInputs(inputs);
    }).not.toThrow();
    expect(() => {
      checkWorkflowInputs({ ...inputs, more: '' });
    }).toThrow(/26 inputs.*25.*`more`/);
  });
});
