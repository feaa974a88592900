import { parseImageReference, type ImageReference } from '../../src/image/image-reference.js';

/** The image of a reference that is known to be one. */
export function imageNamed(text: string): ImageReference {
  const reference = parseImageReference(text);
  if (reference === undefined) throw new Error(text);
  return reference;
}
