import { checkInputs } from '../../src/preflight/check-inputs.js';
import { deployInputs } from '../../src/deploy/deploy-inputs.js';
import {
  boolean,
  choice,
  defineAction,
  hostAddress,
  listOf,
  text,
} from '../../src/inputs/index.js';
import { timeToBeStable, wholeMigration, wholeProxy } from '../../src/deploy/deploy-rules.js';
import { wholeRegistryAccount } from '../../src/inputs/registry-account.js';
import { registryInputs, sshInputs } from '../../src/inputs/shared-inputs.js';
import { networkInputs } from '../../src/health/verify-inputs.js';
import { failLevels } from '../../src/preflight/plan/report.js';

export const definition = defineAction({
  name: 'preflight',
  title: 'Preflight',
  description:
    'Says before anything starts what would go wrong: in the chain of workflows, the Compose files, the env file, on the server, and with what the deploy needs elsewhere.',
  branding: { icon: 'check-square', color: 'blue' },
  inputs: {
    workflows: {
      kind: boolean,
      default: 'true',
      description:
        'Look at the chain of workflows in `.github/workflows` of the checkout; needs no server.',
    },
    failOn: {
      kind: choice(...failLevels),
      default: 'fail',
      description:
        'Which verdicts make the step fail: `fail`, `warn` (and `fail`), or `never` any.',
    },
    sarif: {
      kind: text,
      description:
        'Where to write what the workflow check reports as SARIF, for code scanning; a path in the checkout.',
    },
    ...checkInputs,
    ...sshInputs,
    host: {
      kind: hostAddress,
      description:
        'The server, for example `deploy@203.0.113.7`. Without it only the checkout, the registries and `checks` are looked at.',
    },
    hosts: {
      kind: listOf('list of `user@host`, one a line', hostAddress),
      description: 'More servers that get the same release.',
    },
    ...deployInputs,
    path: {
      kind: text,
      description: 'The deploy folder on the server, as in deploy-compose.',
    },
    ...registryInputs,
    ...networkInputs,
  },
  outputs: {
    verdict: { description: 'The worst of all: `pass`, `warn` or `fail`.' },
    result: {
      description:
        'Everything as JSON: `{verdict, findings: [{check, verdict, detail, fix, place}]}`.',
    },
  },
  rules: [
    wholeRegistryAccount,
    wholeMigration,
    wholeProxy,
    timeToBeStable,
    ({ host, hosts, path }) =>
      (host === undefined) === (path === undefined) && (host !== undefined || hosts === undefined)
        ? undefined
        : '`host` and `path` belong together: the server, and the deploy folder on it',
  ],
  post: false,
});
