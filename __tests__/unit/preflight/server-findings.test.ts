import { describe, expect, it } from '@jest/globals';
import { surveyFindings } from '../../../src/preflight/plan/server-findings.js';
import { facts, survey } from '../../support/server-survey.js';

const context = {
  facts,
  host: 'server',
  asked: 1000,
  answered: 1001,
  imageBytes: 1024 * 1024,
  lockTimeoutSeconds: 600,
};

describe('What a server shows', () => {
  it.each([
    ['a clock that is behind', { clock: 500 }, 'server: clock', /is 500 s behind/],
    ['a clock that is ahead', { clock: 9000 }, 'server: clock', /is 7999 s ahead/],
    ['little memory', { memoryFreeKilobytes: 1024 }, 'server: memory', /^1 MB free, swap included/],
    [
      'little room',
      { images: { freeKilobytes: 200_000, freeInodes: undefined } },
      'server: disk',
      /^195 MB free, of which the images to pull take about 3 MB/,
    ],
    [
      'few inodes',
      { images: { freeKilobytes: 9_000_000, freeInodes: 7 } },
      'server: disk',
      /only 7 more files fit/,
    ],
  ])('%s is a warning', (_, more, check, detail) => {
    const rows = surveyFindings({ ...survey, ...more }, context);
    expect(rows).toContainEqual(
      expect.objectContaining({ check, verdict: 'warn', detail: expect.stringMatching(detail) }),
    );
  });

  it('has no room for images that are larger than what is free', () => {
    const rows = surveyFindings(survey, { ...context, imageBytes: 14e9 });
    expect(rows.find(({ check }) => check === 'server: disk')).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('the images to pull have 13 GB'),
    });
  });
});
