import { describe, expect, it } from '@jest/globals';
import { parseHistory } from '../../../src/server/plan/history.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('The server’s history', () => {
  it('is read whole or not at all, without what is not whole in it', () => {
    expect(parseHistory('release=r1\n')).toBeUndefined();
    expect(parseHistory('')).toBeUndefined();
    expect(parseHistory('release=r1\nrecord={"half\njournal={"at":\nend=yes\n')).toEqual({
      releases: [],
      journal: [],
    });
  });
});

describe('Whatever comes', () => {
  it('the history is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseHistory(`${value}\nend=yes`));
  });
});
