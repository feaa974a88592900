import { parseImageReference } from '../image/image-reference.js';
import type { Mirror } from '../image/mirror.js';
import { InputProblem, type InputKind } from './kind.js';
import { listOf } from './kinds.js';

/** `ghcr.io=mirror.example.com/ghcr` lines. */
export const mirrors: InputKind<readonly Mirror[]> = listOf('list of `from=to`, one a line', {
  describe: '`from=to`',
  parse(value) {
    const [from = '', to = '', ...more] = value.split('=');
    const readable = [from, to].every((part) => parseImageReference(`${part}/image`) !== undefined);
    if (!readable || from === '' || to === '' || more.length > 0)
      throw new InputProblem(`must look like ghcr.io=mirror.example.com/ghcr, not "${value}"`);
    return { from, to };
  },
});
