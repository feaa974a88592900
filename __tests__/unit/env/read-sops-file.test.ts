import { describe, it } from '@jest/globals';
import { readSopsFile } from '../../../src/env/plan/read-sops-file.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('Whatever comes', () => {
  it('an encrypted env file is read or refused', () => {
    readsOrRefuses(hardText, (value) => readSopsFile('x.yaml', value));
  });

  it('an encrypted dotenv file is read or refused', () => {
    readsOrRefuses(hardText, (value) => readSopsFile('x.env', value));
  });
});
