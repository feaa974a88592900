import { expect, it } from '@jest/globals';
import { interruptedWords } from '../../../src/server/plan/interrupted.js';

it('What was interrupted is named with its time, where its name has one', () => {
  expect(interruptedWords('20261130T015354Z-1a2b-v2')).toBe(
    'the deploy of 20261130T015354Z-1a2b-v2 (begun on 2026-11-30 at 01:53 UTC) was interrupted',
  );
  expect(interruptedWords('v2')).toBe('the deploy of v2 was interrupted');
});
