import { defineAction } from '../../src/inputs/index.js';
import { enoughTimeToVerify, urlList, verifyInputs } from '../../src/inputs/verify-inputs.js';

export const definition = defineAction({
  name: 'verify-health',
  title: 'Verify health',
  description:
    'Asks URLs until they answer as expected; when they do not, the release of this job is taken back.',
  branding: { icon: 'check-circle', color: 'blue' },
  inputs: {
    urls: { kind: urlList, required: true, description: 'What to ask, one URL a line.' },
    ...verifyInputs,
  },
  outputs: {
    seconds: { description: 'How long it took.' },
    attempts: { description: 'How many requests were sent.' },
  },
  rules: [enoughTimeToVerify],
  post: false,
});
