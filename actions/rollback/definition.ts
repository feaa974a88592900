import { announceInputs, deploymentTokenInputs } from '../../src/announce/announce-inputs.js';
import { settingsInputs } from '../../src/deploy/deploy-inputs.js';
import { deploymentOutputs } from '../../src/deploy/deploy-outputs.js';
import { boolean, defineAction, text } from '../../src/inputs/index.js';
import { timeToBeStable } from '../../src/deploy/deploy-rules.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { hostsInputs, registryAccountInputs, sshInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'rollback',
  title: 'Roll back',
  description:
    'Makes a former release live again on your own server: files, images, env file and version together, through the same gates as a deploy.',
  branding: { icon: 'rotate-ccw', color: 'blue' },
  inputs: {
    ...sshInputs,
    ...hostsInputs,
    path: {
      kind: text,
      required: true,
      description: 'The deploy folder on the server, as in deploy-compose.',
    },
    to: {
      kind: text,
      default: 'previous',
      description:
        'Where to go: `previous` (what was live before), the id of a release, a version such as `sha-1a2b3c4d5e6f`, or the first digits of a commit (at least four).',
    },
    force: {
      kind: boolean,
      default: 'false',
      description:
        'Go back also over a breaking migration that nothing takes back, and over files that were changed on the server (copies of them are kept there).',
    },
    dryRun: {
      kind: boolean,
      default: 'false',
      description: 'Only show which releases there are and what would be done.',
    },
    ...registryAccountInputs,
    ...announceInputs,
    ...deploymentTokenInputs,
    ...settingsInputs,
  },
  outputs: deploymentOutputs,
  rules: [wholeRegistryAccount, timeToBeStable],
  post: false,
});
