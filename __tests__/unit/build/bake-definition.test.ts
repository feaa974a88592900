import { describe, expect, it } from '@jest/globals';
import {
  bakeOverride,
  bakeTargets,
  parseBakeDefinition,
} from '../../../src/build/plan/bake-definition.js';
import { buildOptions } from '../../support/build-options.js';
import { hardText } from '../../support/hard-text.js';
import { imageNamed } from '../../support/image-named.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('a bake definition', () => {
  const printed = (target: object, targets: readonly string[]): string =>
    JSON.stringify({ group: { default: { targets } }, target });

  it('names its images by their first tag, or below the given one', () => {
    const definition = parseBakeDefinition(
      printed({ web: {}, api: { tags: ['ghcr.io/acme/api:x', 'other/y'] } }, ['web', 'api']),
      'docker',
    );
    expect(bakeTargets(definition, imageNamed('ghcr.io/shop'))).toEqual([
      { name: 'api', image: imageNamed('ghcr.io/acme/api') },
      { name: 'web', image: imageNamed('ghcr.io/shop/web') },
    ]);
    expect(() => bakeTargets(definition, undefined)).toThrow(/target web/);
    expect(() => bakeTargets({ group: {}, target: {} }, undefined)).toThrow('nothing to build');
  });

  it('is added to without its own secrets being lost, and no text becomes a template', () => {
    const definition = parseBakeDefinition(
      printed({ api: { tags: ['r/a'], secret: ['id=own', { id: 'new' }] } }, ['api']),
      'docker',
    );
    const override = bakeOverride(definition, new Map([['api', ['r/a:1']]]), {
      ...buildOptions,
      labels: new Map([['x', '${y} %{z} $$']]),
      cacheFrom: [],
    });
    expect(JSON.parse(override)).toEqual({
      target: {
        api: {
          tags: ['r/a:1'],
          labels: { x: '$${y} %%{z} $$' },
          args: { VERSION: 'secret-looking' },
          annotations: ['index:x=y'],
          platforms: ['linux/amd64', 'linux/arm64'],
          secret: [
            'id=own',
            { id: 'new' },
            'id=token,env=DEPLOY_KIT_SECRET_0',
            'id=npmrc,src=.npmrc',
          ],
          ssh: ['default'],
          'cache-to': ['type=gha,mode=max'],
        },
      },
    });
  });

  it('that bake did not print is an error', () => {
    expect(() => parseBakeDefinition('oops', 'docker')).toThrow(/something else/);
  });
});

describe('Whatever comes', () => {
  it('a bake definition is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseBakeDefinition(value, 'docker buildx bake'));
  });
});
