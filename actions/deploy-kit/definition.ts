import { announceInputs } from '../../src/announce/announce-inputs.js';
import { deployInputs, dryRunInputs, rollbackInputs } from '../../src/deploy/deploy-inputs.js';
import { deploymentOutputs } from '../../src/deploy/deploy-outputs.js';
import { defineAction, duration } from '../../src/inputs/index.js';
import {
  confirmedOrNever,
  timeToBeStable,
  wholeMigration,
  wholeProxy,
} from '../../src/deploy/deploy-rules.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import {
  buildWatchInputs,
  hostsInputs,
  registryInputs,
  sshInputs,
} from '../../src/inputs/shared-inputs.js';
import { waitInputs } from '../../src/wait/wait-inputs.js';
import { enoughTimeToVerify, urlList, verifyInputs } from '../../src/health/verify-inputs.js';

const { timeout: verifyTimeout, ...otherVerifyInputs } = verifyInputs;

export const definition = defineAction({
  name: 'deploy-kit',
  title: 'deploy-kit',
  description:
    'Deploys Docker Compose to your own server: waits for the image, deploys all or nothing, verifies, or restores what ran before.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: {
    ...sshInputs,
    ...hostsInputs,
    ...deployInputs,
    ...registryInputs,
    ...announceInputs,
    ...rollbackInputs,
    ...dryRunInputs,
    ...waitInputs,
    githubToken: {
      ...buildWatchInputs.githubToken,
      description:
        'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed (without the permission the wait goes on to its end); records the deployment, where `environment` is set.',
    },
    waitTimeout: { kind: duration, default: '10m', description: 'How long to wait for the image.' },
    urls: {
      kind: urlList,
      description:
        'What to ask after the deploy, one URL a line; when one does not answer as expected, what ran before is restored.',
    },
    ...otherVerifyInputs,
    verifyTimeout,
  },
  outputs: deploymentOutputs,
  rules: [
    wholeRegistryAccount,
    wholeMigration,
    wholeProxy,
    timeToBeStable,
    confirmedOrNever,
    (inputs) => enoughTimeToVerify({ ...inputs, timeout: inputs.verifyTimeout }),
  ],
  post: true,
});
