import { timeToBeStable, wholeMigration, wholeProxy } from '../../src/deploy/deploy-rules.js';
import { defineAction } from '../../src/inputs/index.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { preflightInputs, wholeServer } from '../../src/preflight/preflight-inputs.js';

export const definition = defineAction({
  name: 'preflight',
  title: 'Preflight',
  description:
    'Says before anything starts what would go wrong: in the chain of workflows, the Compose files, the env file, on the server, and with what the deploy needs elsewhere.',
  branding: { icon: 'check-square', color: 'blue' },
  inputs: preflightInputs,
  outputs: {
    verdict: { description: 'The worst of all: `pass`, `warn` or `fail`.' },
    result: {
      description:
        'Everything as JSON: `{verdict, findings: [{check, verdict, detail, fix, place}]}`.',
    },
  },
  rules: [wholeRegistryAccount, wholeMigration, wholeProxy, timeToBeStable, wholeServer],
  post: false,
});
