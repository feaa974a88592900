import { deployInputs, rollbackInputs } from '../../src/inputs/deploy-inputs.js';
import { deploymentOutputs } from '../../src/inputs/deploy-outputs.js';
import { defineAction } from '../../src/inputs/index.js';
import { wholeMigration, wholeRegistryAccount } from '../../src/inputs/rules.js';
import { registryInputs, sshInputs } from '../../src/inputs/shared-inputs.js';

export const definition = defineAction({
  name: 'deploy-compose',
  title: 'Deploy with Docker Compose',
  description:
    'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: { ...sshInputs, ...deployInputs, ...registryInputs, ...rollbackInputs },
  outputs: deploymentOutputs,
  rules: [wholeRegistryAccount, wholeMigration],
  post: true,
});
