import { imageReference } from '../../src/inputs/image-kind.js';
import { defineAction, duration, listOf } from '../../src/inputs/index.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { buildWatchInputs, registryInputs } from '../../src/inputs/shared-inputs.js';
import { waitInputs } from '../../src/wait/wait-inputs.js';

export const definition = defineAction({
  name: 'wait-for-image',
  title: 'Wait for an image',
  description:
    'Waits until the registry serves the image of a release, so that a deploy never starts before it.',
  branding: { icon: 'clock', color: 'blue' },
  inputs: {
    images: {
      kind: listOf('list of image references, one a line', imageReference),
      description:
        'What to wait for, by tag or digest; without either, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run, by digest.',
    },
    ...waitInputs,
    timeout: { kind: duration, default: '10m', description: 'How long to wait.' },
    ...registryInputs,
    ...buildWatchInputs,
  },
  outputs: {
    image: {
      description: 'The first image by tag and digest, ready for `images:` of deploy-compose.',
    },
    images: { description: 'All images by tag and digest, one a line.' },
    digest: { description: 'The digest of the first image.' },
    platforms: { description: 'The platforms of the first image, separated by commas.' },
    revision: {
      description: 'The commit that the first image was built from, where its label says so.',
    },
    created: { description: 'When the first image was built, where it says so.' },
    'seconds-waited': { description: 'How long it took.' },
    attempts: { description: 'How many times the images were looked for.' },
  },
  rules: [wholeRegistryAccount],
  post: false,
});
