import { expect } from '@jest/globals';
import fc from 'fast-check';
import { DeployKitError } from '../../src/errors/index.js';
import { ListProblems } from '../../src/text/entry-list.js';
import { fuzzRuns } from './fuzz-runs.js';

/** What reads it ends with a value or with an entry of the catalogue, never in another way. */
export function readsOrRefuses<Value>(
  arbitrary: fc.Arbitrary<Value>,
  read: (value: Value) => unknown,
): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      try {
        read(value);
      } catch (error) {
        if (error instanceof ListProblems) return;
        expect(error).toBeInstanceOf(DeployKitError);
        expect((error as DeployKitError).title).not.toBe('');
      }
    }),
    { numRuns: fuzzRuns(200) },
  );
}
