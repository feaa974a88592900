import { commitDigits, mirrors } from '../inputs/image-kind.js';
import { boolean, lines } from '../inputs/kinds.js';

/** What makes an image ready: the same in wait-for-image and in the root action. */
export const waitInputs = {
  platforms: {
    kind: lines,
    description: 'Platforms that each image must have, for example `linux/arm64`; one a line.',
  },
  revision: {
    kind: commitDigits,
    description:
      'The commit that the images must be built from, as 7 to 40 hex digits: a tag such as `latest` that still leads to an older build (by its label `org.opencontainers.image.revision`) is not taken for the new one. Images of a release document are named by digest and need none.',
  },
  deep: {
    kind: boolean,
    default: 'false',
    description: 'Whether every layer must be there, too: one request a layer.',
  },
  mirror: {
    kind: mirrors,
    description:
      'Where the server pulls from instead, as `from=to` lines, for example `ghcr.io=mirror.example.com/ghcr`: the mirror is asked, and the outputs name it.',
  },
} as const;
