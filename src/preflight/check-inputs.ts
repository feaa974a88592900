import { ListProblems } from '../text/entry-list.js';
import type { Check } from './plan/check.js';
import { parseChecks } from './plan/parse-checks.js';
import { text } from '../inputs/kinds.js';
import { InputProblem, type InputKind } from '../inputs/kind.js';

const checkList: InputKind<readonly Check[]> = {
  describe: 'list in YAML',
  parse(value) {
    try {
      return parseChecks(value);
    } catch (error) {
      if (error instanceof ListProblems) throw new InputProblem(error.message);
      throw error;
    }
  },
};

/** What must be there before anything starts. */
export const checkInputs = {
  checks: {
    kind: checkList,
    description:
      'What must be there before anything starts, as a list in YAML: each entry is a `registry`, `gcs`, `s3`, `secret`, `variable`, `environment`, `workflow`, `https`, `dns`, `ssh` or `command`, with what it must be like (see the guide of preflight).',
  },
  githubToken: {
    kind: text,
    secret: true,
    default: '${{ github.token }}',
    description:
      'Looks at environments and workflows (`actions: read`) for `checks`. Secrets and variables need a token of another kind, see the guide.',
  },
} as const;
