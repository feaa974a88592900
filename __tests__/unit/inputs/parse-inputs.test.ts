import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { actionNames, loadDefinition } from '../../../scripts/actions-folder.js';
import { DeployKitError } from '../../../src/errors/index.js';
import { kebabCase } from '../../../src/inputs/definition.js';
import { imageReference } from '../../../src/inputs/image-kind.js';
import { defineAction } from '../../../src/inputs/index.js';
import { duration, hostAddress, text } from '../../../src/inputs/kinds.js';
import { parseInputs } from '../../../src/inputs/parse-inputs.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const definition = defineAction({
  name: 'example',
  title: 'Example',
  description: 'For this test.',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    host: { kind: hostAddress, required: true, description: '' },
    deployKey: { kind: text, required: true, secret: true, description: '' },
    timeout: { kind: duration, default: '90s', description: '' },
    image: { kind: imageReference, description: '' },
    token: { kind: text, default: '${{ github.token }}', description: '' },
  },
  outputs: {},
  rules: [({ timeout }) => (timeout > 3600 ? '`timeout` is longer than an hour' : undefined)],
  post: false,
});

function parse(values: Readonly<Record<string, string>>): { result: unknown; masked: string[] } {
  const masked: string[] = [];
  try {
    const source = {
      read: (name: string) => values[name] ?? '',
      names: () => Object.keys(values),
      mask: (secret: string) => masked.push(secret),
    };
    return { result: parseInputs(definition, source), masked };
  } catch (error) {
    return { result: error, masked };
  }
}

describe('parseInputs', () => {
  it('gives typed values, with defaults', () => {
    const { result } = parse({
      host: 'deploy@203.0.113.7:2222',
      'deploy-key': 'k',
      image: 'nginx:1.25',
    });
    expect(result).toEqual({
      host: { user: 'deploy', host: '203.0.113.7', port: 2222 },
      deployKey: 'k',
      timeout: 90,
      image: { registry: 'docker.io', repository: 'library/nginx', tag: '1.25', digest: undefined },
      token: '',
    });
  });

  it('reports every problem of every input at once, after masking the secrets', () => {
    const { result, masked } = parse({
      host: 'nowhere',
      'deploy-key': 'the-secret',
      timeout: 'soon',
      image: 'UPPER',
    });
    expect(result).toBeInstanceOf(DeployKitError);
    const { entry, why } = result as DeployKitError;
    expect(entry).toBe('input-invalid');
    expect(why).toMatch(
      /`host` must look like .*; `timeout` must be a number .*; `image` must be an image reference/,
    );
    expect(masked).toEqual(['the-secret']);
  });

  it('says which required input is empty', () => {
    expect((parse({ host: 'a@b' }).result as DeployKitError).why).toBe(
      '`deploy-key` is required and empty',
    );
  });

  it('names what a misspelt input was meant to be, and leaves others to the runner', () => {
    const given = { host: 'a@b', 'deploy-kay': 'k', timout: '1s', 'of-another-tool': 'x' };
    const { why } = parse(given).result as DeployKitError;
    expect(why).toContain('`deploy-kay` is no input of this action; did you mean `deploy-key`?');
    expect(why).toContain('did you mean `timeout`?');
    expect(why).not.toContain('of-another-tool');
    expect(parse({ host: 'a@b', 'deploy-key': 'k', 'deploy-keys': 'x' }).result).toMatchObject({
      deployKey: 'k',
    });
  });

  it('takes what looks like an expression as it stands, except in a default', () => {
    const { why } = parse({ host: 'a@b', 'deploy-key': 'k', timeout: '${{' })
      .result as DeployKitError;
    expect(why).toContain('`timeout` must be a number');
    const given = { host: 'a@b', 'deploy-key': 'k', token: 'echo ${{x' };
    expect(parse(given).result).toMatchObject({ token: 'echo ${{x' });
  });

  it('checks rules between inputs', () => {
    expect(
      (parse({ host: 'a@b', 'deploy-key': 'k', timeout: '2h' }).result as DeployKitError).why,
    ).toBe('`timeout` is longer than an hour');
  });
});

describe('Whatever comes', () => {
  it.each(actionNames(repositoryRoot))('each input of %s is read or refused', async (name) => {
    const definition = await loadDefinition(repositoryRoot, name);
    const names = Object.keys(definition.inputs).map(kebabCase);
    const given = fc.dictionary(fc.constantFrom(...names), hardText, { maxKeys: 8 });
    readsOrRefuses(given, (values) =>
      parseInputs(definition, {
        read: (input) => (values[input] ?? '').trim(),
        names: () => Object.keys(values),
        mask: () => undefined,
      }),
    );
  });
});
