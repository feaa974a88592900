import { announceInputs, deploymentTokenInputs } from '../../src/announce/announce-inputs.js';
import { deployInputs, dryRunInputs, rollbackInputs } from '../../src/deploy/deploy-inputs.js';
import { deploymentOutputs } from '../../src/deploy/deploy-outputs.js';
import { defineAction } from '../../src/inputs/index.js';
import {
  confirmedOrNever,
  timeToBeStable,
  wholeMigration,
  wholeProxy,
} from '../../src/deploy/deploy-rules.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { hostsInputs, registryInputs, sshInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'deploy-compose',
  title: 'Deploy with Docker Compose',
  description:
    'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: {
    ...sshInputs,
    ...hostsInputs,
    ...deployInputs,
    ...registryInputs,
    ...rollbackInputs,
    ...announceInputs,
    ...deploymentTokenInputs,
    ...dryRunInputs,
  },
  outputs: deploymentOutputs,
  rules: [wholeRegistryAccount, wholeMigration, wholeProxy, timeToBeStable, confirmedOrNever],
  post: true,
});
