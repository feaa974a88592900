import { deployInputs, rollbackInputs } from '../../src/inputs/deploy-inputs.js';
import { defineAction } from '../../src/inputs/index.js';
import { wholeRegistryAccount } from '../../src/inputs/rules.js';
import { registryInputs, sshInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'deploy-compose',
  title: 'Deploy with Docker Compose',
  description:
    'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: { ...sshInputs, ...deployInputs, ...registryInputs, ...rollbackInputs },
  outputs: {
    release: { description: 'The id of the release on the server.' },
    version: { description: 'The version that is live, for example `sha-1a2b3c4d5e6f`.' },
    previous: {
      description: 'The id of the release that was live before; empty when there was none.',
    },
    seconds: { description: 'How long the deploy took.' },
  },
  rules: [wholeRegistryAccount],
  post: true,
});
