import { parseImageReference, type ImageReference } from '../image/image-reference.js';
import type { Mirror } from '../image/mirror.js';
import { InputProblem, type InputKind } from './kind.js';
import { listOf } from './kinds.js';

/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
export const imageReference: InputKind<ImageReference> = {
  describe: 'image reference',
  parse(value) {
    const reference = parseImageReference(value);
    if (reference === undefined)
      throw new InputProblem(
        `must be an image reference such as ghcr.io/acme/api:1.4.2, not "${value}"`,
      );
    return reference;
  },
};

/** A commit by at least the first 7 of its 40 digits. */
export const commitDigits: InputKind<string> = {
  describe: '7 to 40 hex digits',
  parse(value) {
    if (!/^[a-f0-9]{7,40}$/.test(value))
      throw new InputProblem(`must be 7 to 40 hex digits of a commit, not "${value}"`);
    return value;
  },
};

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
