import { describe, it } from '@jest/globals';
import { parseEnvChanges } from '../../../src/env/plan/env-changes.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('Whatever comes', () => {
  it('what differs in the env file is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseEnvChanges(`${value}\nend=yes`));
  });
});
