/** The outputs of a deploy: the same in deploy-compose and in the root action. */
export const deploymentOutputs = {
  release: { description: 'The id of the release that is live on the server.' },
  version: {
    description:
      'The version that is live, for example `sha-1a2b3c4d5e6f`; empty when a newer release is.',
  },
  previous: {
    description: 'The id of the release that was live before; empty when there was none.',
  },
  changed: {
    description:
      '`false` when the release was live already, unchanged, or a newer one is: then nothing was touched.',
  },
  journal: {
    description: "The line that the deploy added to the server's journal, as JSON.",
  },
  seconds: { description: 'How long it took.' },
} as const;
