import { announceInputs, deploymentTokenInputs } from '../../src/announce/announce-inputs.js';
import { deployInputs, rollbackInputs } from '../../src/deploy/deploy-inputs.js';
import { deploymentOutputs } from '../../src/deploy/deploy-outputs.js';
import { boolean, defineAction } from '../../src/inputs/index.js';
import { timeToBeStable, wholeMigration, wholeProxy } from '../../src/deploy/deploy-rules.js';
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
    dryRun: {
      kind: boolean,
      default: 'false',
      description:
        'Only look at the server and show what would be done: images, files, names of env keys, how each service is switched, and the program. Changes nothing; good as a check of a pull request.',
    },
  },
  outputs: deploymentOutputs,
  rules: [wholeRegistryAccount, wholeMigration, wholeProxy, timeToBeStable],
  post: true,
});
