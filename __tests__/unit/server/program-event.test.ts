import { describe, expect, it } from '@jest/globals';
import { parseProgramEvent } from '../../../src/server/plan/program-event.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('What a program says', () => {
  it('is read line by line; what is no event is nothing', () => {
    expect(parseProgramEvent('{"at":1,"event":"step","title":"x"}')).toEqual({
      at: 1,
      event: 'step',
      title: 'x',
    });
    for (const line of [
      '',
      '{"at":1,"event":"st',
      '{"event":"step"}',
      '{"at":1,"event":"dance"}',
      '[]',
    ])
      expect(parseProgramEvent(line)).toBeUndefined();
  });
});

describe('Whatever comes', () => {
  it('a line of the program is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseProgramEvent(value));
  });
});
