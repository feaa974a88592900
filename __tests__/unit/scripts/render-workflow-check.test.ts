import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { renderRates } from '../../../scripts/render-workflow-check.js';
import { publicRepositories } from '../../support/public-workflows.js';

it('the rates in docs/workflow-check.md are these', () => {
  const document = readFileSync(join(repositoryRoot, 'docs', 'workflow-check.md'), 'utf8');
  const cells = (text: string): string => text.replace(/[ -]+/g, ' ');
  expect(cells(document)).toContain(cells(renderRates(publicRepositories())));
});
