import {
  dispatchInputs,
  dispatchOutputs,
  shortEventType,
  someRepository,
  waitForOutputs,
  workflowForItsInputs,
} from '../../src/inputs/dispatch-inputs.js';
import { imageReference } from '../../src/inputs/image-kind.js';
import { defineAction, keyValues, lines, text } from '../../src/inputs/index.js';
import { wholeRegistryAccount } from '../../src/inputs/rules.js';
import { registryInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'build-and-dispatch',
  title: 'Build and dispatch',
  description:
    'Builds and pushes an image, confirms it with the registry, and only then sends the event that starts the deploy.',
  branding: { icon: 'package', color: 'blue' },
  inputs: {
    image: {
      kind: imageReference,
      required: true,
      description:
        'The image without a tag, for example `ghcr.io/acme/api`. The tag is `sha-` and 12 digits of the commit.',
    },
    tags: { kind: lines, description: 'More tags, for example `latest`; one a line.' },
    context: { kind: text, default: '.', description: 'The build context.' },
    file: { kind: text, description: 'The Dockerfile. Default: the one in the context.' },
    target: { kind: text, description: 'The stage to build. Default: the last one.' },
    platforms: {
      kind: lines,
      description: 'Platforms to build for, for example `linux/arm64`; one a line.',
    },
    buildArgs: {
      kind: keyValues,
      description:
        'Build arguments as `NAME=value` lines. They stay in the image: never put a secret here.',
    },
    ...registryInputs,
    ...dispatchInputs,
  },
  outputs: {
    image: { description: 'The image by tag and digest.' },
    digest: { description: 'Its digest.' },
    version: { description: '`sha-` and 12 digits of the commit.' },
    ...dispatchOutputs,
  },
  rules: [
    wholeRegistryAccount,
    ({ image }) =>
      image.tag !== undefined || image.digest !== undefined
        ? '`image` must have no tag and no digest: build-and-dispatch makes the tag'
        : undefined,
    shortEventType,
    someRepository,
    workflowForItsInputs,
    waitForOutputs,
  ],
  post: false,
});
