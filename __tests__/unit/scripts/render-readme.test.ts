import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { loadDefinition } from '../../../scripts/actions-folder.js';
import { renderReadme } from '../../../scripts/render-readme.js';

const definition = await loadDefinition(repositoryRoot, 'deploy-compose');

describe('What is made from a definition', () => {
  it('is a README that hides what people do not set', () => {
    const readme = renderReadme(definition, '# Title');
    expect(readme).toContain('| `ssh-key` |');
    expect(readme).not.toContain('job-status');
  });
});
