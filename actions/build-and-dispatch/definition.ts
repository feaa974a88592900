import {
  bareImage,
  buildInputs,
  jobTokenInputs,
  oneBuildSource,
} from '../../src/build/build-inputs.js';
import {
  dispatchInputs,
  dispatchOutputs,
  dispatchRules,
} from '../../src/dispatch/dispatch-inputs.js';
import { defineAction } from '../../src/inputs/index.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { registryInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'build-and-dispatch',
  title: 'Build and dispatch',
  description:
    'Builds, checks and pushes images, confirms them with the registry, and only then sends the event that starts the deploy.',
  branding: { icon: 'package', color: 'blue' },
  inputs: {
    ...buildInputs,
    ...registryInputs,
    ...dispatchInputs,
    ...jobTokenInputs,
  },
  outputs: {
    image: { description: 'The first image by tag and digest.' },
    images: { description: 'All images by tag and digest, one a line.' },
    digest: { description: 'The digest of the first image.' },
    tags: { description: 'The tags that each image got, one a line.' },
    version: { description: '`sha-` and 12 digits of the commit.' },
    metadata: {
      description: "Buildx's metadata of the build, as JSON; empty when none was needed.",
    },
    ...dispatchOutputs,
  },
  rules: [wholeRegistryAccount, oneBuildSource, bareImage, ...dispatchRules],
  post: false,
});
