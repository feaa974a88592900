import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { loadDefinition } from '../../../scripts/actions-folder.js';

/** The inputs that the root action has under another name: two of its parts have a `timeout`. */
const elsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wait-for-image': { timeout: 'waitTimeout' },
  'deploy-compose': {},
  'verify-health': { timeout: 'verifyTimeout' },
};

describe('The root action', () => {
  it.each(Object.keys(elsewhere))('takes every input of %s', async (name) => {
    const root = await loadDefinition(repositoryRoot, 'deploy-kit');
    const { inputs } = await loadDefinition(repositoryRoot, name);
    const missing = Object.keys(inputs).filter((input) => !(input in root.inputs));
    expect(missing).toEqual(Object.keys(elsewhere[name] ?? {}));
    for (const other of Object.values(elsewhere[name] ?? {}))
      expect(root.inputs).toHaveProperty(other);
  });

  it.each(Object.keys(elsewhere))('takes them as %s does', async (name) => {
    const root = await loadDefinition(repositoryRoot, 'deploy-kit');
    const { inputs } = await loadDefinition(repositoryRoot, name);
    for (const [key, input] of Object.entries(inputs)) {
      const own = root.inputs[key];
      if (own === undefined) continue;
      expect([key, own.kind.describe]).toEqual([key, input.kind.describe]);
      expect('default' in own && own.default).toEqual('default' in input && input.default);
    }
  });

  it('ends as deploy-compose does: its `post` restores what has not passed', async () => {
    const { post, outputs } = await loadDefinition(repositoryRoot, 'deploy-kit');
    expect(post).toBe(true);
    expect(outputs).toEqual((await loadDefinition(repositoryRoot, 'deploy-compose')).outputs);
  });
});
