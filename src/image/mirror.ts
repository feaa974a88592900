import {
  formatImageReference,
  parseImageReference,
  type ImageReference,
} from './image-reference.js';

/** Images whose reference begins with `from` are pulled from `to`. */
export interface Mirror {
  readonly from: string;
  readonly to: string;
}

/**
 * The reference at the first mirror that has it: `ghcr.io/acme/api` with `ghcr.io=mirror.example.com/ghcr`
 * becomes `mirror.example.com/ghcr/acme/api`. Whole parts of the path are compared.
 */
export function mirrored(image: ImageReference, mirrors: readonly Mirror[]): ImageReference {
  const text = formatImageReference(image);
  const mirror = mirrors.find(({ from }) => text.startsWith(`${from}/`));
  if (mirror === undefined) return image;
  return parseImageReference(`${mirror.to}${text.slice(mirror.from.length)}`) ?? image;
}
