import { defineAction, hostAddress, text } from '../../src/inputs/index.js';
import { sshInputs } from '../../src/inputs/shared-inputs.js';
import {
  enoughTimeToVerify,
  somethingToVerify,
  urlList,
  verifyInputs,
} from '../../src/health/verify-inputs.js';

export const definition = defineAction({
  name: 'verify-health',
  title: 'Verify health',
  description:
    'Looks at URLs, pages, ports and containers until they are as expected; when they are not, the release of this job is taken back.',
  branding: { icon: 'check-circle', color: 'blue' },
  inputs: {
    urls: { kind: urlList, description: 'What to ask, one URL a line.' },
    ...verifyInputs,
    ...sshInputs,
    host: {
      kind: hostAddress,
      description:
        'The server, for what is seen from there (`from`, `containers`), and to tell why a port is closed.',
    },
    path: {
      kind: text,
      description: 'The deploy folder on the server, as in deploy-compose; for `containers`.',
    },
  },
  outputs: {
    seconds: { description: 'How long it took.' },
    attempts: { description: 'How many looks there were.' },
    p95: {
      description: 'The 95th percentile of how long good answers took, in milliseconds.',
    },
  },
  rules: [somethingToVerify, enoughTimeToVerify],
  post: false,
});
