import { InputProblem, type InputKind } from './kind.js';

/** A commit by at least the first 7 of its 40 digits. */
export const commitDigits: InputKind<string> = {
  describe: '7 to 40 hex digits',
  parse(value) {
    if (!/^[a-f0-9]{7,40}$/.test(value))
      throw new InputProblem(`must be 7 to 40 hex digits of a commit, not "${value}"`);
    return value;
  },
};
