import { ListProblems } from '../../src/text/entry-list.js';

/** What is wrong with a list of entries, as the one who reads it says; nothing when it is well. */
export function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ListProblems) return error.problems;
    throw error;
  }
  return [];
}
