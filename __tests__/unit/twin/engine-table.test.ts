import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { engineTable } from '../../twin/engine-table.js';
import { shapes } from '../../twin/shapes.js';

describe('The shapes beside their twins', () => {
  it('are those of the table in docs/compose.md', () => {
    const text = readFileSync(join(repositoryRoot, 'docs', 'compose.md'), 'utf8');
    const [, section = ''] = text.split('## Which shapes are tried on which engine\n');
    const rows = section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(engineTable());
  });

  it('have names of their own, since folders and projects have them', () => {
    expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  });
});
