import { parseImageReference, type ImageReference } from '../image/image-reference.js';
import { InputProblem, type InputKind } from './kind.js';

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
