import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { catalogue, DeployKitError, recognise } from '../../../src/errors/index.js';
import { renderErrorMarkdown, renderErrorText } from '../../../src/errors/render-error.js';
import { provocations } from '../../symptoms/cases.js';
import type { Symptom } from '../../symptoms/provoke.js';

const symptoms = JSON.parse(
  readFileSync(join(repositoryRoot, '__tests__', 'fixtures', 'symptoms.json'), 'utf8'),
) as readonly Symptom[];

describe('The recogniser', () => {
  it('has the real words of at least eighty failures', () => {
    expect(symptoms.map(({ id }) => id)).toEqual(provocations.map(({ id }) => id));
    expect(symptoms.length).toBeGreaterThanOrEqual(80);
    for (const { id, version } of symptoms) expect([id, version]).not.toEqual([id, '']);
  });

  it.each(symptoms)('knows $id ($version)', ({ id, output }) => {
    const expected = provocations.find((provocation) => provocation.id === id)?.entry;
    const found = recognise(output);
    expect(found?.entry).toBe(expected);
    if (found !== undefined) expect(output).toContain(found.values.message);
  });

  it('fills every place of what it knows but those that the deploy itself fills', () => {
    const fromDeploy = /<(host|user|path|compose-file|docker-version|file|directory|image)>/g;
    for (const { id, output } of symptoms) {
      const found = recognise(output);
      if (found === undefined) continue;
      const error = new DeployKitError(found.entry, found.values);
      const text = `${error.title} ${error.why} ${error.fix}`.replace(fromDeploy, '');
      expect([id, /<[a-z-]+>/.exec(text)?.[0]]).toEqual([id, undefined]);
    }
  });

  it('is a hint where the failure itself is another', () => {
    const looksLike = recognise('psql: error: FATAL:  database "shop" does not exist');
    const error = new DeployKitError(
      'hook-failed',
      { hook: 'before-deploy', status: '1', limit: '300', message: 'm' },
      { looksLike },
    );
    expect(renderErrorText(error)).toContain(
      'It looks like this: The database shop does not exist. `POSTGRES_DB` makes it',
    );
    expect(renderErrorMarkdown(error)).toContain('runbook.md#postgres-database-missing');
    expect(catalogue['postgres-database-missing'].kind).toBe('configuration');
  });
});
