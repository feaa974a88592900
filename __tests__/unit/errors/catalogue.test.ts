import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { catalogue } from '../../../src/errors/index.js';
import { provocations } from '../../symptoms/cases.js';

/** The texts of a source that may be names of entries, but for those of errors that it makes itself. */
function namesIn(source: string): readonly string[] {
  const made = /(?:failure|DeployKitError)\(\s*'[a-z-]+'/g;
  const texts = source.replace(made, '').matchAll(/(['"])([a-z-]+)\1/g);
  return [...texts].flatMap(([, , text = '']) => text);
}

describe('Errors', () => {
  it('have one place each: a name in two areas would hide one of them', () => {
    const folder = join(repositoryRoot, 'src', 'errors');
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('-errors.ts'))
      .flatMap(
        (file) => readFileSync(join(folder, file), 'utf8').match(/^ {2}'[a-z0-9-]+': \{$/gm) ?? [],
      );
    expect(names).toHaveLength(Object.keys(catalogue).length);
  });

  it('each has a place in the runbook', () => {
    const runbook = readFileSync(join(repositoryRoot, 'docs', 'runbook.md'), 'utf8');
    for (const name of Object.keys(catalogue)) expect(runbook).toContain(`\n## ${name}\n`);
  });

  it('each is provoked by a test that names it', () => {
    const folders = ['unit', 'integration', 'scenarios', 'fixtures/registries'];
    const own = join('errors', 'catalogue.test.ts');
    const named = folders.flatMap((folder) => {
      const path = join(repositoryRoot, '__tests__', folder);
      const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
      return files
        .filter((file) => /\.(?:ts|json)$/.test(file) && file !== own)
        .flatMap((file) => namesIn(readFileSync(join(path, file), 'utf8')));
    });
    // The fixtures hold what a tool really printed; recognise.test.ts compares each with its entry.
    const recognised = provocations.map(({ entry }) => entry);
    const provoked = new Set<string | undefined>([...named, ...recognised]);
    expect(Object.keys(catalogue).filter((name) => !provoked.has(name))).toEqual([]);
  });

  it('are not provoked by a test that makes them itself', () => {
    const source = `failure('disk-full', {}); toEqual(['port-taken']); e: "image-stale"`;
    expect(namesIn(source)).toEqual(['port-taken', 'image-stale']);
  });
});
