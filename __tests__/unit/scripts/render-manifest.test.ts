import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { loadDefinition } from '../../../scripts/actions-folder.js';
import { renderManifest } from '../../../scripts/render-manifest.js';

const definition = await loadDefinition(repositoryRoot, 'deploy-compose');

describe('What is made from a definition', () => {
  it('is a manifest that the runner reads', () => {
    const manifest = parse(renderManifest(definition)) as Record<string, Record<string, unknown>>;
    expect(manifest.runs).toEqual({
      using: 'node24',
      main: '../dist/deploy-compose/index.js',
      post: '../dist/deploy-compose/post.js',
    });
    expect(manifest.inputs?.['known-hosts']).toMatchObject({ required: false });
    expect(manifest.inputs?.['job-status']).toMatchObject({ default: '${{ job.status }}' });
  });
});
